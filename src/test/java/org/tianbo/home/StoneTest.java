package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoneTest {

    @Test
    void oneStandsOnTheFirstStoneNotReached() {
        assertThat(Stone.road(EnumSet.of(Stone.ENROLLED)))
                .extracting(Stone.Laid::state)
                .containsExactly("done", "here", "ahead", "ahead", "ahead", "ahead", "ahead");
    }

    @Test
    void aStoneReachedOutOfTurnIsDoneAllTheSame() {
        assertThat(Stone.road(EnumSet.of(Stone.ENROLLED, Stone.PRACTICE)))
                .extracting(Stone.Laid::state)
                .startsWith("done", "here", "done", "ahead");
    }

    @Test
    void atTheEndOfTheRoadNothingIsAhead() {
        assertThat(Stone.road(Set.of(Stone.values()))).noneMatch(Stone.Laid::here);
    }
}
