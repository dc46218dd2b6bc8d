package org.tianbo.certification.criteria;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a county asks for before it certifies: every published lesson done, every quiz passed, and enough rehearsals
 * that a mentor marked high enough without finding a rule broken.
 *
 * @param reviews how many rehearsals
 * @param score the least score of each, 0–100
 */
public record CertificationCriteria(int reviews, int score) {

    /** Where a county has not set its own. */
    public static final CertificationCriteria USUAL = new CertificationCriteria(3, 70);

    /** A published review of one attempt. */
    public record ReviewedAttempt(UUID attempt, int score, boolean veto) {}

    /** What of the courses is done, of how much. */
    public record Learned(int lessonsDone, int lessons, int quizzesPassed, int quizzes) {}

    public CertificationCriteria {
        if (reviews < 1 || score < 0 || score > 100) {
            throw new IllegalArgumentException("No bar of " + reviews + " reviews at " + score);
        }
    }

    /** An attempt counts once, by its best review, and not at all when any review of it found a rule broken. */
    public Readiness measure(Learned learned, List<ReviewedAttempt> reviewed) {
        List<UUID> vetoed = reviewed.stream()
                .filter(ReviewedAttempt::veto)
                .map(ReviewedAttempt::attempt)
                .toList();
        List<UUID> counted = reviewed.stream()
                .filter(review -> review.score() >= score && !vetoed.contains(review.attempt()))
                .sorted(Comparator.comparing(ReviewedAttempt::attempt))
                .map(ReviewedAttempt::attempt)
                .distinct()
                .toList();
        return new Readiness(
                this, learned.lessonsDone(), learned.lessons(), learned.quizzesPassed(), learned.quizzes(), counted);
    }
}
