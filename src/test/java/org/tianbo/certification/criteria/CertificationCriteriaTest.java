package org.tianbo.certification.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.criteria.CertificationCriteria.Learned;
import org.tianbo.certification.criteria.CertificationCriteria.ReviewedAttempt;

class CertificationCriteriaTest {

    private static final Learned ALL = new Learned(3, 3, 3, 3);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void threeRehearsalsAtTheScoreAreEnough() {
        Readiness readiness = CertificationCriteria.USUAL.measure(ALL, List.of(good(FIRST), good(SECOND), good(THIRD)));

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.attempts()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void aPointUnderTheScoreDoesNotCount() {
        Readiness readiness = CertificationCriteria.USUAL.measure(
                ALL, List.of(good(FIRST), good(SECOND), new ReviewedAttempt(THIRD, 69, false)));

        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.attemptsLeft()).isEqualTo(1);
    }

    @Test
    void anAttemptInWhichARuleWasBrokenNeverCounts() {
        Readiness readiness = new CertificationCriteria(1, 70)
                .measure(ALL, List.of(good(FIRST), new ReviewedAttempt(FIRST, 95, true)));

        assertThat(readiness.attempts()).isEmpty();
        assertThat(readiness.ready()).isFalse();
    }

    @Test
    void anAttemptReviewedTwiceCountsOnce() {
        assertThat(new CertificationCriteria(2, 70)
                        .measure(ALL, List.of(good(FIRST), good(FIRST)))
                        .attemptsLeft())
                .isEqualTo(1);
    }

    @Test
    void whoHasALessonOrAQuizLeftIsNotReady() {
        List<ReviewedAttempt> reviews = List.of(good(FIRST));

        assertThat(new CertificationCriteria(1, 70)
                        .measure(new Learned(2, 3, 2, 3), reviews)
                        .ready())
                .isFalse();
        assertThat(new CertificationCriteria(1, 70)
                        .measure(new Learned(3, 3, 2, 3), reviews)
                        .ready())
                .isFalse();
        assertThat(new CertificationCriteria(1, 70)
                        .measure(new Learned(3, 3, 3, 3), reviews)
                        .ready())
                .isTrue();
    }

    @Test
    void whereNothingIsTaughtNobodyIsReady() {
        assertThat(new CertificationCriteria(1, 0)
                        .measure(new Learned(0, 0, 0, 0), List.of(good(FIRST)))
                        .ready())
                .isFalse();
    }

    @Test
    void criteriaNobodyCanMeanAreRefused() {
        assertThatThrownBy(() -> new CertificationCriteria(0, 70)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CertificationCriteria(1, 101)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReviewedAttempt good(UUID attempt) {
        return new ReviewedAttempt(attempt, 70, false);
    }
}
