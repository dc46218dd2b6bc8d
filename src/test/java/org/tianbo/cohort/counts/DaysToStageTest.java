package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.Stage;
import org.tianbo.testsupport.SeededRandom;

class DaysToStageTest {

    @Test
    void whereNobodyCameThereIsNoMedian() {
        assertThat(DaysToStage.of(Stage.READY, new TreeMap<>()))
                .isEqualTo(new DaysToStage(Stage.READY, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void oneTraineeIsAllOfIt() {
        assertThat(of(9)).isEqualTo(new DaysToStage(Stage.READY, 1, 9, 9, 9, 9, 9));
    }

    @Test
    void halfOfThemTookNoMoreThanTheMedian() {
        assertThat(of(1, 2, 3, 4)).isEqualTo(new DaysToStage(Stage.READY, 4, 1, 1, 2, 3, 4));
        assertThat(of(1, 2, 3, 4, 100)).isEqualTo(new DaysToStage(Stage.READY, 5, 1, 2, 3, 4, 100));
    }

    @Test
    void itIsWhatOneFindsInASortedList() {
        SeededRandom.aThousandTimes(DaysToStageTest::agreesWithASortedList);
    }

    private static void agreesWithASortedList(Random random) {
        int[] days = random.ints(1 + random.nextInt(50), 0, 30).sorted().toArray();
        DaysToStage found = of(days);
        assertThat(found.trainees()).isEqualTo(days.length);
        assertThat(found.quarter()).isEqualTo(days[(int) Math.ceil(days.length / 4.0) - 1]);
        assertThat(found.median()).isEqualTo(days[(int) Math.ceil(days.length / 2.0) - 1]);
        assertThat(found.threeQuarters()).isEqualTo(days[(int) Math.ceil(days.length * 3 / 4.0) - 1]);
    }

    private static DaysToStage of(int... days) {
        TreeMap<Integer, Integer> byDays = new TreeMap<>();
        Arrays.stream(days).forEach(one -> byDays.merge(one, 1, Integer::sum));
        return DaysToStage.of(Stage.READY, byDays);
    }
}
