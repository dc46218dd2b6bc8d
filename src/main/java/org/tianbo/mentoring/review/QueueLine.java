package org.tianbo.mentoring.review;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt in the queue.
 *
 * @param holder name of the mentor who works on it, empty while nobody does
 * @param mine the reader holds it, or held it last and nobody took it over
 * @param begun there is a draft
 */
public record QueueLine(
        UUID review,
        UUID attempt,
        String trainee,
        String village,
        String title,
        int attemptNo,
        Instant submittedAt,
        Instant dueAt,
        Duration left,
        String holder,
        boolean mine,
        boolean begun) {

    private static final long SOON_HOURS = 12;

    public boolean overdue() {
        return left.isNegative();
    }

    public boolean soon() {
        return !overdue() && left.toHours() < SOON_HOURS;
    }

    /** Whole hours left, or gone by. */
    public long hours() {
        return Math.abs(left.toHours());
    }

    public boolean isClaimed() {
        return !holder.isEmpty();
    }
}
