package org.tianbo.learning.progress;

import java.time.Instant;
import org.tianbo.curriculum.Quiz;

/**
 * What several answers to one quiz come to. The order they arrive in does not matter: phones send late and out of
 * order.
 *
 * @param best and {@code last} are scores, 0–100
 * @param passedAt the first time it was passed, or null
 */
record QuizTally(int tries, int best, Instant passedAt, int last, Instant lastAt) {

    static QuizTally of(Quiz.Grade grade, Instant at) {
        return new QuizTally(1, grade.score(), grade.passed() ? at : null, grade.score(), at);
    }

    /** @param first whether these are the first answers to a round; later ones are a try, and no more */
    static QuizTally of(Quiz.Grade grade, Instant at, boolean first) {
        return first ? of(grade, at) : new QuizTally(1, 0, null, grade.score(), at);
    }

    QuizTally with(QuizTally other) {
        QuizTally later = isLaterThan(other) ? this : other;
        return new QuizTally(
                tries + other.tries,
                Math.max(best, other.best),
                earlier(passedAt, other.passedAt),
                later.last,
                later.lastAt);
    }

    /** At one and the same moment the better counts as the later, so that the order of arrival decides nothing. */
    private boolean isLaterThan(QuizTally other) {
        int order = lastAt.compareTo(other.lastAt);
        return order > 0 || order == 0 && last >= other.last;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
