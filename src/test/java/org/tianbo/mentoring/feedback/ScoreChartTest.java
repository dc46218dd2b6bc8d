package org.tianbo.mentoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreChartTest {

    @Test
    void betterStandsHigher() {
        ScoreChart chart = ScoreChart.of(List.of(64, 71, 78));

        assertThat(chart.points()).extracting(ScoreChart.Point::y).isSortedAccordingTo((one, other) -> other - one);
        assertThat(chart.points()).extracting(ScoreChart.Point::last).containsExactly(false, false, true);
        assertThat(chart.spoken()).isEqualTo("64, 71, 78");
    }

    @Test
    void everyPointAndItsNumberStayInsideTheDrawing() {
        ScoreChart chart = ScoreChart.of(List.of(0, 100, 50, 51));

        assertThat(chart.points()).allSatisfy(point -> {
            assertThat(point.x()).isBetween(10, ScoreChart.WIDTH - 10);
            assertThat(point.y()).isBetween(10, ScoreChart.HEIGHT - 8);
            assertThat(point.labelY()).isPositive();
        });
    }

    @Test
    void onlyTheLastFewAreDrawn() {
        ScoreChart chart = ScoreChart.of(IntStream.range(50, 70).boxed().toList());

        assertThat(chart.points())
                .hasSize(6)
                .last()
                .extracting(ScoreChart.Point::score)
                .isEqualTo(69);
    }

    @Test
    void oneScoreIsNoLine() {
        assertThat(ScoreChart.of(List.of(64)).worthDrawing()).isFalse();
    }
}
