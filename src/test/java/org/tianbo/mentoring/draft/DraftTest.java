package org.tianbo.mentoring.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tianbo.mentoring.review.SampleReviews.FIVE_MINUTES;
import static org.tianbo.mentoring.review.SampleReviews.RUBRIC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.mentoring.review.SampleReviews;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Fault.FieldFault;

class DraftTest {

    @Test
    void anUnfinishedDraftIsWelcome() {
        Moment wordless = new Moment(Ids.next(), 1_000L, null, "opening", Moment.Kind.CHANGE, null);

        new Draft(null, null, List.of(wordless), null, null, null).check(RUBRIC, FIVE_MINUTES);
    }

    @Test
    void aScoreTakenBackIsNoScore() {
        Map<String, Integer> scores = new HashMap<>();
        scores.put("opening", null);

        assertThat(SampleReviews.draft(scores).scores()).isEmpty();
    }

    @Test
    void scoresFitTheRubric() {
        refused(
                SampleReviews.draft(Map.of("singing", 3, "opening", 6)),
                new FieldFault("marks.opening", "curriculum.level-out-of-range"),
                new FieldFault("marks.singing", "curriculum.criterion-unknown"));
    }

    @Test
    void momentsAreWithinTheRecordingAndSpansRunForward() {
        refused(
                SampleReviews.complete(
                        SampleReviews.span(1_000, 1_000),
                        SampleReviews.span(299_000, 300_001),
                        SampleReviews.span(300_001, 300_002)),
                new FieldFault("moments[0].toMs", "mentoring.span-ends-before-it-begins"),
                new FieldFault("moments[1].toMs", "mentoring.outside-recording"),
                new FieldFault("moments[2].fromMs", "mentoring.outside-recording"));
    }

    @Test
    void theLastMillisecondIsStillTheRecording() {
        SampleReviews.complete(SampleReviews.span(0, FIVE_MINUTES)).check(RUBRIC, FIVE_MINUTES);
    }

    @Test
    void aMomentNeedsANameAKindAndACriterion() {
        Moment twin = SampleReviews.good("opening", 1);
        refused(
                SampleReviews.complete(twin, twin, new Moment(null, 1L, null, "singing", null, "x".repeat(501))),
                new FieldFault("moments[1].id", "mentoring.moment-without-own-id"),
                new FieldFault("moments[2].id", "mentoring.moment-without-own-id"),
                new FieldFault("moments[2].kind", "mentoring.moment-without-kind"),
                new FieldFault("moments[2].words", "mentoring.too-many-words"),
                new FieldFault("moments[2].criterion", "curriculum.criterion-unknown"));
    }

    @Test
    void onlyWhatWasWellDoneIsHighlightedAndOnlyTheRestIsChanged() {
        Moment good = SampleReviews.good("opening", 1);
        Moment change = SampleReviews.change("opening", 2);
        refused(
                chosen(List.of(change.id()), good.id(), good, change),
                new FieldFault("keep", "mentoring.keep-not-well-done"),
                new FieldFault("change", "mentoring.change-not-to-change"));
        chosen(List.of(good.id()), change.id(), good, change).check(RUBRIC, FIVE_MINUTES);
    }

    @Test
    void threeThingsAreHighlightedAtMost() {
        Moment[] good = {
            SampleReviews.good("opening", 1),
            SampleReviews.good("opening", 2),
            SampleReviews.good("opening", 3),
            SampleReviews.good("close", 4)
        };
        List<UUID> all = List.of(good[0].id(), good[1].id(), good[2].id(), good[3].id());

        refused(chosen(all, null, good), new FieldFault("keep", "mentoring.keep-not-well-done"));
    }

    @Test
    void aBrokenRuleHasItsSecondAndIsOneOfTheRubrics() {
        Draft broken = new Draft(
                SampleReviews.complete().scores(),
                new Compliance(true, null, "no-singing"),
                List.of(),
                null,
                null,
                null);

        refused(broken, new FieldFault("compliance.rule", "mentoring.rule-unknown"));
        assertThat(broken.missing(RUBRIC)).containsEntry("compliance.atMs", "mentoring.compliance-without-second");
    }

    @Test
    void theTraineeIsNotSentAMomentWithoutText() {
        Moment wordless = new Moment(Ids.next(), 1_000L, null, "opening", Moment.Kind.CHANGE, "  ");

        assertThat(SampleReviews.complete(wordless).missing(RUBRIC))
                .containsExactly(Map.entry("moments[0].words", "mentoring.moment-without-words"));
    }

    @ParameterizedTest(name = "{0} well done, {1} to change, a reason: {2}")
    @CsvSource({
        "0, 0, false, moments change",
        "0, 0, true,  moments",
        "1, 0, false, change",
        "1, 0, true,  ''",
        "0, 1, false, ''",
        "2, 1, false, ''"
    })
    void aReviewNeedsAMomentAndAThingToChangeOrWhyThereIsNone(int good, int change, boolean reason, String missing) {
        List<Moment> moments = Stream.concat(
                        Stream.generate(() -> SampleReviews.good("opening", 1)).limit(good),
                        Stream.generate(() -> SampleReviews.change("opening", 2))
                                .limit(change))
                .toList();
        Draft complete = SampleReviews.complete();
        Draft draft = new Draft(
                complete.scores(), complete.compliance(), moments, null, null, reason ? "样样都做到了，照这样练。" : "  ");

        assertThat(String.join(" ", draft.missing(RUBRIC).keySet())).isEqualTo(missing);
    }

    @Test
    void aReasonIsNotLongerThanAMoment() {
        Draft complete = SampleReviews.complete();
        refused(
                new Draft(complete.scores(), complete.compliance(), null, null, null, "好".repeat(501)),
                new FieldFault("nothingToChange", "mentoring.too-many-words"));
    }

    private static Draft chosen(List<UUID> keep, UUID change, Moment... moments) {
        Draft complete = SampleReviews.complete();
        return new Draft(complete.scores(), complete.compliance(), List.of(moments), keep, change, null);
    }

    private static void refused(Draft draft, FieldFault... faults) {
        assertThatThrownBy(() -> draft.check(RUBRIC, FIVE_MINUTES))
                .isInstanceOfSatisfying(DraftRefused.class, refused -> assertThat(refused.fields())
                        .containsExactly(faults));
    }
}
