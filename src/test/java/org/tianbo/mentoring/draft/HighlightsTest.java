package org.tianbo.mentoring.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.mentoring.review.Samples.RUBRIC;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.mentoring.review.Samples;
import org.tianbo.platform.data.Ids;

/** The draft's marks are opening 4, explanation 3, close 5; weights 20, 50, 30. */
class HighlightsTest {

    @Test
    void withoutAChoiceTheThreeThatEarnedMostAreHighlightedInTheOrderOfTheRecording() {
        Moment close = Samples.good("close", 290_000);
        Moment opening = Samples.good("opening", 2_000);
        Moment explanation = Samples.good("explanation", 60_000);
        Moment explanationAgain = Samples.good("explanation", 90_000);

        Highlights highlights = Highlights.of(Samples.complete(close, opening, explanationAgain, explanation), RUBRIC);

        assertThat(highlights.keep()).containsExactly(explanation.id(), explanationAgain.id(), close.id());
    }

    @Test
    void withoutAChoiceWhatCostMostIsChangedFirst() {
        Moment early = Samples.change("opening", 2_000);
        Moment dear = Samples.change("explanation", 60_000);

        assertThat(Highlights.of(Samples.complete(early, dear), RUBRIC).change())
                .isEqualTo(dear.id());
    }

    @Test
    void aBrokenRuleComesBeforeAllElse() {
        Moment dear = Samples.change("explanation", 60_000);
        Moment broken = new Moment(Ids.next(), 187_000L, null, "compliance", Moment.Kind.RULE_BROKEN, "不说“最好吃”");

        assertThat(Highlights.of(Samples.complete(dear, broken), RUBRIC).change())
                .isEqualTo(broken.id());
    }

    @Test
    void theMentorsChoiceCounts() {
        Moment wellDone = Samples.good("opening", 2_000);
        Moment other = Samples.good("close", 3_000);
        Moment change = Samples.change("opening", 4_000);
        Moment dear = Samples.change("explanation", 5_000);
        Draft all = Samples.complete(wellDone, other, change, dear);
        Draft chosen =
                new Draft(all.marks(), all.compliance(), all.moments(), List.of(wellDone.id()), change.id(), null);

        assertThat(Highlights.of(chosen, RUBRIC)).isEqualTo(new Highlights(List.of(wellDone.id()), change.id()));
    }

    @Test
    void nothingNotedShowsNothing() {
        assertThat(Highlights.of(Draft.EMPTY, RUBRIC)).isEqualTo(new Highlights(List.of(), null));
    }
}
