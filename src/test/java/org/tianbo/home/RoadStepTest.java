package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadStepTest {

    @Test
    void oneIsAtTheFirstStepNotReached() {
        assertThat(RoadStep.steps(EnumSet.of(RoadStep.ENROLLED)))
                .extracting(RoadStep.StepState::state)
                .containsExactly("done", "here", "ahead", "ahead", "ahead", "ahead", "ahead");
    }

    @Test
    void aStepReachedOutOfTurnIsDoneAllTheSame() {
        assertThat(RoadStep.steps(EnumSet.of(RoadStep.ENROLLED, RoadStep.PRACTICE)))
                .extracting(RoadStep.StepState::state)
                .startsWith("done", "here", "done", "ahead");
    }

    @Test
    void atTheLastStepNothingIsAhead() {
        assertThat(RoadStep.steps(Set.of(RoadStep.values()))).noneMatch(RoadStep.StepState::here);
    }
}
