package org.tianbo.learning.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tianbo.learning.items.ItemFigures.Flaw;

class ItemFiguresTest {

    @Test
    void nineteenAnswersSayNothing() {
        assertThat(figures(19, 0, -1.0, 300).tooFew()).isTrue();
        assertThat(figures(19, 0, -1.0, 300).flaws()).isEmpty();
    }

    @Test
    void aQuestionThatTheGoodMissIsLookedAtFirst() {
        assertThat(figures(40, 10, -0.3, 100).flaws()).containsExactly(Flaw.MISLEADING, Flaw.HARD, Flaw.SLOW);
    }

    @Test
    void whatNearlyEverybodyKnowsIsEasyAndNotMisleading() {
        assertThat(figures(40, 39, -0.1, 5).flaws()).containsExactly(Flaw.EASY);
        assertThat(figures(40, 40, null, 5).flaws()).containsExactly(Flaw.EASY);
    }

    @Test
    void aGoodQuestionHasNoFlaw() {
        assertThat(figures(40, 28, 0.4, 20).flaws()).isEmpty();
    }

    @Test
    void aFewTimesSayNothingOfTheTime() {
        assertThat(new ItemFigures("l", "i", 40, 28, 0.4, 300, 19).flaws()).isEmpty();
    }

    private static ItemFigures figures(int answers, int right, Double discrimination, Integer seconds) {
        return new ItemFigures("l", "i", answers, right, discrimination, seconds, answers);
    }
}
