package org.tianbo.practice.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that does without its phone: it is finished with what has arrived. Until it is handed in, or what was sent
 * is deleted, the phone may come back, send the rest, and finish it as it should have been.
 */
public final class PhoneLoss {

    private PhoneLoss() {}

    public static boolean isAwaited(Attempt attempt) {
        return attempt.phoneLostAt != null && !attempt.isHandedIn() && attempt.chunksDeletedAt == null;
    }

    /** Until when an unfinished attempt waits for more after its last chunk; empty for all others. */
    public static Optional<Instant> awaitedUntil(Attempt attempt, Duration longest) {
        return Optional.ofNullable(attempt.lastChunkAt)
                .filter(last -> attempt.state == AttemptState.UPLOADING)
                .map(last -> last.plus(longest));
    }

    public static boolean takesChunks(Attempt attempt) {
        return attempt.isOpen() || isAwaited(attempt);
    }

    static void requireChunksTaken(Attempt attempt) {
        if (!takesChunks(attempt)) {
            throw new AttemptClosed();
        }
    }

    /** Makes do with what has arrived. */
    public static void finish(Attempt attempt, Instant now) {
        if (attempt.state != AttemptState.UPLOADING) {
            throw AttemptConflict.notIn(attempt.state);
        }
        attempt.phoneLostAt = now;
        attempt.finishedAt = now;
        attempt.state = AttemptState.PROCESSING;
    }
}
