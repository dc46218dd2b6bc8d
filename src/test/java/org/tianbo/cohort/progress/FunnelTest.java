package org.tianbo.cohort.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.Stage;

class FunnelTest {

    @Test
    void everyoneEverEnrolledIsTheDenominator() {
        Funnel funnel = Funnel.of(3, 1, Map.of(Stage.ENROLLED, 2, Stage.LEARNING, 2));

        assertThat(funnel.enrolled()).isEqualTo(3);
        assertThat(funnel.left()).isEqualTo(1);
        assertThat(funnel.steps()).hasSize(Stage.values().length);
        assertThat(funnel.steps().get(0)).isEqualTo(new Funnel.Step(Stage.ENROLLED, 3, 3));
        assertThat(funnel.steps().get(1)).isEqualTo(new Funnel.Step(Stage.LEARNING, 2, 3));
        assertThat(funnel.steps().get(1).percent()).isEqualTo(67);
    }

    @Test
    void anEmptyClassHasNoShares() {
        assertThat(Funnel.of(0, 0, Map.of()).steps()).allMatch(step -> step.percent() == 0);
    }
}
