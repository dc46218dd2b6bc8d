package org.tianbo.learning.progress;

import java.time.Instant;

/** A trainee's progress in one lesson; each part is null until it has happened. {@code best} is a score, 0–100. */
record LessonProgress(Instant doneAt, Integer best, Instant passedAt) {

    static final LessonProgress NONE = new LessonProgress(null, null, null);

    /** Puts together what the two tables say. */
    LessonProgress with(LessonProgress other) {
        return new LessonProgress(
                doneAt == null ? other.doneAt : doneAt,
                best == null ? other.best : best,
                passedAt == null ? other.passedAt : passedAt);
    }
}
