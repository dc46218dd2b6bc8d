package org.tianbo.mentoring.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.mentoring.review.SampleReviews.RUBRIC;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.mentoring.review.SampleReviews;
import org.tianbo.platform.data.Ids;

/** The draft's marks are opening 4, explanation 3, close 5; weights 20, 50, 30. */
class HighlightsTest {

    @Test
    void withoutAChoiceTheThreeThatEarnedMostAreHighlightedInTheOrderOfTheRecording() {
        Moment close = SampleReviews.good("close", 290_000);
        Moment opening = SampleReviews.good("opening", 2_000);
        Moment explanation = SampleReviews.good("explanation", 60_000);
        Moment explanationAgain = SampleReviews.good("explanation", 90_000);

        Highlights highlights =
                Highlights.of(SampleReviews.complete(close, opening, explanationAgain, explanation), RUBRIC);

        assertThat(highlights.keep()).containsExactly(explanation.id(), explanationAgain.id(), close.id());
    }

    @Test
    void withoutAChoiceWhatCostMostIsChangedFirst() {
        Moment early = SampleReviews.change("opening", 2_000);
        Moment dear = SampleReviews.change("explanation", 60_000);

        assertThat(Highlights.of(SampleReviews.complete(early, dear), RUBRIC).change())
                .isEqualTo(dear.id());
    }

    @Test
    void aBrokenRuleComesBeforeAllElse() {
        Moment dear = SampleReviews.change("explanation", 60_000);
        Moment broken = new Moment(Ids.next(), 187_000L, null, "compliance", Moment.Kind.RULE_BROKEN, "不说“最好吃”");

        assertThat(Highlights.of(SampleReviews.complete(dear, broken), RUBRIC).change())
                .isEqualTo(broken.id());
    }

    @Test
    void theMentorsChoiceCounts() {
        Moment wellDone = SampleReviews.good("opening", 2_000);
        Moment other = SampleReviews.good("close", 3_000);
        Moment change = SampleReviews.change("opening", 4_000);
        Moment dear = SampleReviews.change("explanation", 5_000);
        Draft all = SampleReviews.complete(wellDone, other, change, dear);
        Draft chosen =
                new Draft(all.scores(), all.compliance(), all.moments(), List.of(wellDone.id()), change.id(), null);

        assertThat(Highlights.of(chosen, RUBRIC)).isEqualTo(new Highlights(List.of(wellDone.id()), change.id()));
    }

    @Test
    void nothingNotedShowsNothing() {
        assertThat(Highlights.of(Draft.EMPTY, RUBRIC)).isEqualTo(new Highlights(List.of(), null));
    }
}
