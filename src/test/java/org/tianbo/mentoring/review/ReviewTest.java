package org.tianbo.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tianbo.mentoring.review.SampleReviews.CHEN;
import static org.tianbo.mentoring.review.SampleReviews.FIVE_MINUTES;
import static org.tianbo.mentoring.review.SampleReviews.LEASE;
import static org.tianbo.mentoring.review.SampleReviews.LI;
import static org.tianbo.mentoring.review.SampleReviews.NOON;
import static org.tianbo.mentoring.review.SampleReviews.RUBRIC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.mentoring.draft.Compliance;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.draft.Moment;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

class ReviewTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant AFTER_THE_LEASE = NOON.plus(LEASE);

    private final Review review = SampleReviews.claimedByChen();

    @Test
    void aClaimHoldsForTwoHoursAndPinsTheRubric() {
        assertThat(review.open(NOON.plus(LEASE).minusSeconds(1))).isFalse();
        assertThat(review.open(AFTER_THE_LEASE)).isTrue();
        assertThat(review.rubricVersion).isEqualTo(RUBRIC.version());
    }

    @Test
    void whoeverHoldsItMayClaimAgainAndOthersMayNot() {
        Instant later = NOON.plus(Duration.ofHours(1));

        review.claim(CHEN, RUBRIC.version(), later, LEASE);

        assertThat(review.leaseUntil).isEqualTo(later.plus(LEASE));
        assertThatThrownBy(() -> review.claim(LI, RUBRIC.version(), later, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.lease-is-anothers");
    }

    @Test
    void itsTraineeMayTakeItBackUntilAMentorBegins() {
        assertThatThrownBy(() -> review.withdraw(NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.review-begun");

        review.withdraw(AFTER_THE_LEASE);

        assertThat(review.isWithdrawn()).isTrue();
        assertThat(review.open(AFTER_THE_LEASE)).isFalse();
        review.enqueue(1, AFTER_THE_LEASE, Duration.ofHours(72));
        assertThat(review.open(AFTER_THE_LEASE)).isTrue();
        assertThat(review.dueAt).isEqualTo(AFTER_THE_LEASE.plus(Duration.ofHours(72)));
    }

    @Test
    void aDraftSaysThatTheGradingHasBegun() {
        save(SampleReviews.complete(), NOON);

        assertThatThrownBy(() -> review.withdraw(AFTER_THE_LEASE.plus(LEASE)))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.review-begun");
    }

    @Test
    void savingRenewsTheLease() {
        Instant later = NOON.plus(Duration.ofMinutes(90));

        save(SampleReviews.complete(), later);

        assertThat(review.leaseUntil).isEqualTo(later.plus(LEASE));
        assertThat(review.savedAt).isEqualTo(later);
    }

    @Test
    void aLeaseThatRanOutCostsNothingWhileNobodyElseWantsTheReview() {
        save(SampleReviews.complete(), AFTER_THE_LEASE.plusSeconds(60));

        assertThat(review.open(AFTER_THE_LEASE.plusSeconds(61))).isFalse();
        assertThat(review.draft).isEqualTo(SampleReviews.complete());
    }

    @Test
    void whoeverTakesOverFindsTheDraftAndTheRubricItWasScoredBy() {
        save(SampleReviews.complete(), NOON);

        review.claim(LI, "fedcba9876543210", AFTER_THE_LEASE, LEASE);

        assertThat(review.draft).isEqualTo(SampleReviews.complete());
        assertThat(review.rubricVersion).isEqualTo(RUBRIC.version());
        assertThatThrownBy(() -> save(SampleReviews.complete(), AFTER_THE_LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.lease-is-anothers");
    }

    @Test
    void nobodyWritesWithoutAClaim() {
        Review unclaimed = SampleReviews.waiting();

        assertThatThrownBy(() -> unclaimed.save(CHEN, SampleReviews.complete(), RUBRIC, FIVE_MINUTES, NOON, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.not-claimed");
    }

    @Test
    void publishingKeepsTheScoreAndWhatTheTraineeSeesFirst() {
        Moment wellDone = SampleReviews.good("opening", 4_000);
        Moment changed = SampleReviews.change("explanation", 66_000);
        save(SampleReviews.complete(wellDone, changed), NOON);

        review.publish(CHEN, RUBRIC, NOON, Duration.ZERO);

        assertThat(review.score).isEqualTo(16 + 30 + 30);
        assertThat(review.vetoed).isFalse();
        assertThat(review.publishedAt).isEqualTo(NOON);
        assertThat(review.draft.keep()).containsExactly(wellDone.id());
        assertThat(review.draft.change()).isEqualTo(changed.id());
    }

    @Test
    void aBrokenRuleIsAVetoWhateverTheScore() {
        Draft complete = SampleReviews.complete();
        save(
                new Draft(
                        complete.scores(),
                        new Compliance(true, 187_000L, null),
                        List.of(SampleReviews.change("opening", 187_000)),
                        null,
                        null,
                        null),
                NOON);

        review.publish(CHEN, RUBRIC, NOON, Duration.ZERO);

        assertThat(review.vetoed).isTrue();
        assertThat(review.score).isEqualTo(76);
    }

    @Test
    void whatIsMissingIsNamedByCriterion() {
        save(new Draft(Map.of("opening", 4), null, null, null, null, null), NOON);

        assertThatThrownBy(() -> review.publish(CHEN, RUBRIC, NOON, Duration.ZERO))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                        .extracting(Fault.FieldFault::field)
                        .containsExactly("marks.explanation", "marks.close", "compliance", "moments", "change"));
    }

    @Test
    void whatWasPublishedIsFinal() {
        save(SampleReviews.complete(SampleReviews.change("opening", 1)), NOON);
        review.publish(CHEN, RUBRIC, NOON, Duration.ZERO);

        assertThatThrownBy(() -> review.publish(CHEN, RUBRIC, NOON, Duration.ZERO))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.already-published");
        assertThatThrownBy(() -> save(SampleReviews.complete(), NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.already-published");
        assertThatThrownBy(() -> review.claim(LI, RUBRIC.version(), AFTER_THE_LEASE, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.already-published");
    }

    @Test
    void aPublishedReviewComesBackAsItWasUntilTheMinuteIsOver() {
        Draft written = SampleReviews.complete(SampleReviews.good("opening", 1), SampleReviews.change("opening", 2));
        save(written, NOON);
        review.publish(CHEN, RUBRIC, NOON, MINUTE);
        assertThat(review.undoableUntil).isEqualTo(NOON.plus(MINUTE));
        assertThatThrownBy(() -> review.undo(LI, NOON, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.lease-is-anothers");

        review.undo(CHEN, NOON.plusSeconds(59), LEASE);

        assertThat(review.draft).isEqualTo(written);
        assertThat(review.isOf(CHEN)).isTrue();
        assertThat(review.leaseUntil).isEqualTo(NOON.plusSeconds(59).plus(LEASE));
        assertThat(review.publishedAt).isNull();
        assertThat(review.score).isNull();
    }

    @Test
    void nothingIsTakenBackThatIsNotPublishedOrHasGoneOut() {
        save(SampleReviews.complete(SampleReviews.change("opening", 2)), NOON);
        assertThatThrownBy(() -> review.undo(CHEN, NOON, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.undo-too-late");
        review.publish(CHEN, RUBRIC, NOON, MINUTE);
        assertThatThrownBy(() -> review.undo(CHEN, NOON.plus(MINUTE), LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.undo-too-late");

        review.sendOut(RUBRIC);

        assertThat(review.draft.change()).isNotNull();
        assertThatThrownBy(() -> review.undo(CHEN, NOON, LEASE))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.undo-too-late");
    }

    @Test
    void whatCouldNotBeSentOutWaitsAgainWithItsDraft() {
        Draft written = SampleReviews.complete(SampleReviews.change("opening", 2));
        save(written, NOON);
        review.publish(CHEN, RUBRIC, NOON, MINUTE);

        review.returnToQueue();

        assertThat(review.open(NOON)).isTrue();
        assertThat(review.draft).isEqualTo(written);
        review.claim(LI, RUBRIC.version(), NOON, LEASE);
    }

    @Test
    void whatIsGivenBackIsFreeAtOnceAndItsDraftStays() {
        save(SampleReviews.complete(), NOON);
        assertThatThrownBy(() -> review.giveBack(LI, NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("mentoring.lease-is-anothers");

        review.giveBack(CHEN, NOON);
        review.giveBack(CHEN, NOON);
        review.claim(LI, RUBRIC.version(), NOON, LEASE);

        assertThat(review.draft).isEqualTo(SampleReviews.complete());
        assertThat(review.isOf(LI)).isTrue();
    }

    private void save(Draft draft, Instant now) {
        review.save(CHEN, draft, RUBRIC, FIVE_MINUTES, now, LEASE);
    }
}
