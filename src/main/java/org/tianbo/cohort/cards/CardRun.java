package org.tianbo.cohort.cards;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Cards for all of a class who lacked one, asked for at once.
 *
 * @param done how many of {@code total} were tried; {@code made} of them have a card by it
 * @param meanwhile whose card was made elsewhere while this went on
 * @param refused whose account the sign-in service does not take
 * @param gone who left the class meanwhile
 * @param away for whom the sign-in service did not answer for a day
 * @param finishedAt when the file was made
 * @param removedAt when it was removed
 * @param failed whether no file could be made; the PINs of its cards are known to nobody then
 */
public record CardRun(
        UUID id,
        UUID cohort,
        UUID askedBy,
        Instant askedAt,
        int total,
        int done,
        int made,
        int meanwhile,
        int refused,
        int gone,
        int away,
        Optional<Instant> finishedAt,
        Optional<Instant> removedAt,
        boolean failed) {

    public boolean isMaking() {
        return finishedAt.isEmpty();
    }

    /** Whether there is a file to fetch. */
    public boolean isReady() {
        return finishedAt.isPresent() && removedAt.isEmpty() && !failed && made > 0;
    }

    /** When the file is removed at the latest. */
    public Instant removedBy() {
        return finishedAt.orElse(askedAt).plus(CardRuns.KEPT);
    }
}
