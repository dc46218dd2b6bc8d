package org.tianbo.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * An attempt in a list.
 *
 * @param state as the API words it
 * @param untouchedSince since when nothing has come of what was begun and sent in part; null for one that is not
 *     deleted for that
 * @param failedAfterHandIn whether its trainee believes it with a mentor, who cannot see it
 */
public record AttemptItem(
        UUID id, String title, String state, Instant createdAt, boolean failedAfterHandIn, Instant untouchedSince) {

    /** @param handedInAt null for one that never was */
    public AttemptItem(
            UUID id,
            String title,
            AttemptState state,
            Instant createdAt,
            Instant handedInAt,
            Instant lastChunkAt,
            Instant finishedAt,
            Instant chunksDeletedAt) {
        this(
                id,
                title,
                state.word(),
                createdAt,
                handedInAt != null && state == AttemptState.FAILED,
                state.untouchedSince(lastChunkAt, finishedAt, chunksDeletedAt).orElse(null));
    }

    /** Empty for one that is not deleted by itself. */
    Optional<Instant> keptUntil(Duration retention) {
        return Optional.ofNullable(untouchedSince).map(since -> since.plus(retention));
    }

    /** The day and minute in the county's zone. */
    public String when() {
        return DateTexts.minute(createdAt);
    }
}
