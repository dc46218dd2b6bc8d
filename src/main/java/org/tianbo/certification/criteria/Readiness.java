package org.tianbo.certification.criteria;

import java.util.List;
import java.util.UUID;

/**
 * How far a trainee meets the county's criteria.
 *
 * @param attempts those that count
 */
public record Readiness(
        CertificationCriteria criteria,
        int lessonsDone,
        int lessons,
        int quizzesPassed,
        int quizzes,
        List<UUID> attempts) {

    public int lessonsLeft() {
        return lessons - lessonsDone;
    }

    public int quizzesLeft() {
        return quizzes - quizzesPassed;
    }

    public int attemptsLeft() {
        return Math.max(0, criteria.reviews() - attempts.size());
    }

    /** With nothing published there is nothing to have learned, and nobody is ready. */
    public boolean ready() {
        return lessons > 0 && lessonsLeft() == 0 && quizzesLeft() == 0 && attemptsLeft() == 0;
    }
}
