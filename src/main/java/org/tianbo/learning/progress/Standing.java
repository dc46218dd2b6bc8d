package org.tianbo.learning.progress;

import java.time.Instant;

/** Where a trainee stands with one lesson; each part is null until it has happened. {@code best} is a score, 0–100. */
public record Standing(Instant doneAt, Integer best, Instant passedAt) {

    static final Standing NONE = new Standing(null, null, null);

    /** Puts together what the two tables say. */
    Standing with(Standing other) {
        return new Standing(
                doneAt == null ? other.doneAt : doneAt,
                best == null ? other.best : best,
                passedAt == null ? other.passedAt : passedAt);
    }
}
