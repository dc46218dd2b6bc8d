package org.tianbo.practice.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.error.Refused;

/**
 * Lets whoever holds its link watch one rehearsal, until the rehearsal ends, the invitation does, or its host withdraws
 * it.
 *
 * @param name whom it is for, in the host's words; may be empty
 */
public record Invitation(
        UUID id,
        UUID attempt,
        InvitedAudience audience,
        String name,
        Instant createdAt,
        Instant endsAt,
        Optional<Instant> withdrawnAt) {

    /** A rehearsal that is put off by a day keeps its guests; a link that was passed on does not live for weeks. */
    private static final Duration VALID_FOR = Duration.ofHours(24);

    /** Players are a few seconds behind: the last ones still come. */
    private static final Duration LAST_SECONDS = Duration.ofSeconds(30);

    /** @param bookedFor when the rehearsal is to be; null for at once */
    static Invitation of(UUID id, UUID attempt, InvitedAudience audience, String name, Instant bookedFor, Instant now) {
        Instant from = bookedFor == null || bookedFor.isBefore(now) ? now : bookedFor;
        return new Invitation(id, attempt, audience, name, now, from.plus(VALID_FOR), Optional.empty());
    }

    /**
     * Passes whoever may watch.
     *
     * @param finishedAt when the rehearsal ended; null while it goes on
     * @throws Refused when it was withdrawn or has ended
     */
    public void check(Instant finishedAt, Instant now) {
        if (withdrawnAt.isPresent()) {
            throw InvitationRefused.withdrawn();
        }
        if (finishedAt != null && finishedAt.plus(LAST_SECONDS).isBefore(now)) {
            throw InvitationRefused.ended();
        }
        if (finishedAt == null && !endsAt.isAfter(now)) {
            throw InvitationRefused.expired();
        }
    }
}
