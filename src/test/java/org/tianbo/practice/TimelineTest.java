package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Timeline.Shot;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-06-18T12:00:00Z");

    @Test
    void anOutageInTheMiddleLeavesOneRecordingWithAGap() {
        Timeline timeline = new Timeline(List.of(shot(1, 0, 60, 60_000), shot(2, 80, 140, 59_900)));
        assertThat(timeline.lengthMs()).isEqualTo(119_900);
        assertThat(timeline.gaps()).containsExactly(new Gap(60_000, 20_000, Gap.INTERRUPTED));
    }

    @Test
    void oneTakeHasNoGap() {
        assertThat(new Timeline(List.of(shot(1, 0, 60, 60_000))).gaps()).isEmpty();
    }

    @Test
    void aClockSetBackMakesAGapOfNoLength() {
        assertThat(new Timeline(List.of(shot(1, 0, 60, 60_000), shot(2, 30, 90, 60_000))).gaps())
                .containsExactly(new Gap(60_000, 0, Gap.INTERRUPTED));
    }

    @Test
    void aTakeThatCannotBeReadIsPartOfTheGap() {
        Timeline middle = new Timeline(List.of(shot(1, 0, 10, 10_000), shot(2, 15, 25, 0), shot(3, 30, 40, 10_000)));
        assertThat(middle.gaps()).containsExactly(new Gap(10_000, 20_000, Gap.UNREADABLE));
        Timeline first = new Timeline(List.of(shot(1, 0, 10, 0), shot(2, 15, 25, 10_000)));
        assertThat(first.gaps()).containsExactly(new Gap(0, 15_000, Gap.UNREADABLE));
        Timeline last = new Timeline(List.of(shot(1, 0, 10, 10_000), shot(2, 15, 25, 0)));
        assertThat(last.gaps()).containsExactly(new Gap(10_000, 15_000, Gap.UNREADABLE));
    }

    @Test
    void aMomentIsFoundOnTheRecordingAndInAGapWhereTheGapIs() {
        Timeline timeline = new Timeline(List.of(shot(1, 0, 60, 60_000), shot(2, 80, 140, 60_000)));
        assertThat(timeline.position(START.minusSeconds(5))).isZero();
        assertThat(timeline.position(START.plusSeconds(42))).isEqualTo(42_000);
        assertThat(timeline.position(START.plusSeconds(70))).isEqualTo(60_000);
        assertThat(timeline.position(START.plusSeconds(90))).isEqualTo(70_000);
        assertThat(timeline.position(START.plusSeconds(900))).isEqualTo(120_000);
    }

    private static Shot shot(int take, int from, int to, long lengthMs) {
        return new Shot(take, START.plusSeconds(from), START.plusSeconds(to), lengthMs);
    }
}
