package org.tianbo.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.error.Fault;

class RubricTest {

    private static final Text TEXT = new Text("字", "word");

    private final Rubric rubric =
            rubric(criterion("opening", 10), criterion("explanation", 75), criterion("close", 15));

    @Test
    void theBestOfEverythingIsAHundredAndTheWorstIsNothing() {
        assertThat(rubric.score(scores(5, 5, 5))).isEqualTo(100);
        assertThat(rubric.score(scores(0, 0, 0))).isZero();
    }

    @Test
    void eachLevelCountsItsShareOfTheWeight() {
        assertThat(rubric.score(scores(5, 0, 0))).isEqualTo(10);
        assertThat(rubric.score(scores(3, 4, 2))).isEqualTo(6 + 60 + 6);
    }

    @Test
    void halfAPointIsRoundedUp() {
        Rubric halves = rubric(criterion("opening", 1), criterion("explanation", 1), criterion("close", 6));
        // (1 + 0 + 0) of 40 is 2.5 in a hundred
        assertThat(halves.score(scores(1, 0, 0))).isEqualTo(3);
    }

    @Test
    void everyCriterionNeedsAScore() {
        assertThat(rubric.unscored(Map.of("explanation", 3))).containsExactly("opening", "close");
        assertThatThrownBy(() -> rubric.score(Map.of("explanation", 3)))
                .asInstanceOf(type(ScoresRefused.class))
                .satisfies(refused -> assertThat(refused.fields())
                        .containsExactly(
                                new Fault.FieldFault("marks.close", "curriculum.mark-missing"),
                                new Fault.FieldFault("marks.opening", "curriculum.mark-missing")));
    }

    @Test
    void aScoreLeftEmptyIsMissing() {
        Map<String, Integer> scores = scores(5, 5, 5);
        scores.put("close", null);
        assertThatThrownBy(() -> rubric.score(scores)).isInstanceOf(ScoresRefused.class);
    }

    @Test
    void aLevelOutsideTheScaleOrAnUnknownCriterionIsRefused() {
        Map<String, Integer> scores = scores(6, -1, 3);
        scores.put("charm", 5);
        assertThatThrownBy(() -> rubric.score(scores))
                .asInstanceOf(type(ScoresRefused.class))
                .satisfies(refused -> assertThat(refused.fields())
                        .containsExactly(
                                new Fault.FieldFault("marks.charm", "curriculum.criterion-unknown"),
                                new Fault.FieldFault("marks.explanation", "curriculum.level-out-of-range"),
                                new Fault.FieldFault("marks.opening", "curriculum.level-out-of-range")));
    }

    private static Map<String, Integer> scores(int opening, int explanation, int close) {
        return new HashMap<>(Map.of("opening", opening, "explanation", explanation, "close", close));
    }

    private static Rubric rubric(Rubric.Criterion... criteria) {
        Rubric.Veto veto = new Rubric.Veto("compliance", TEXT, TEXT, List.of());
        return new Rubric("default", "0", TEXT, List.of(criteria), veto);
    }

    private static Rubric.Criterion criterion(String id, int weight) {
        return new Rubric.Criterion(id, weight, TEXT, TEXT, List.of(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT));
    }
}
