package org.tianbo.practice.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Gap;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.attempt.TimeMarker;
import org.tianbo.practice.take.Timeline.Shot;
import org.tianbo.practice.take.Timeline.Stretch;

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
    void whatATakeLostIsAGapThatSaysSo() {
        Timeline cut = new Timeline(List.of(
                new Shot(1, START, START.plusSeconds(60), List.of(new Stretch(0, 20_000), new Stretch(30_000, 10_000))),
                shot(2, 65, 75, 10_000)));
        assertThat(cut.lengthMs()).isEqualTo(40_000);
        assertThat(cut.gaps())
                .containsExactly(new Gap(20_000, 10_000, Gap.UNREADABLE), new Gap(30_000, 25_000, Gap.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({"10, 9500, 0", "10, 8000, 0", "6, 3000, 3000", "3600, 3570000, 0", "3600, 3500000, 100000"})
    void aTakeMuchShorterThanItsTimesSayLostTheRest(int seconds, long readableMs, long lostMs) {
        List<Gap> gaps = new Timeline(List.of(shot(1, 0, seconds, readableMs))).gaps();
        assertThat(gaps).isEqualTo(lostMs == 0 ? List.of() : List.of(new Gap(readableMs, lostMs, Gap.UNREADABLE)));
    }

    @Test
    void aMomentIsFoundOnTheRecordingAndInAGapWhereTheGapIs() {
        Timeline timeline = new Timeline(List.of(shot(1, 0, 60, 60_000), shot(2, 80, 140, 60_000)));
        assertThat(positions(timeline, at(-5), at(42), at(70), at(90), at(900)))
                .containsExactly(0L, 42_000L, 60_000L, 70_000L, 120_000L);
    }

    @Test
    void aClockSetBackBetweenTakesMovesNoMarker() {
        Timeline timeline = new Timeline(List.of(shot(1, 3600, 3606, 6_000), shot(2, 10, 14, 4_000)));
        assertThat(positions(timeline, at(3601), at(11))).containsExactly(1_000L, 7_000L);
    }

    @Test
    void aTimeTheClockShowedTwiceIsInTheTakeThatWasReached() {
        Timeline timeline = new Timeline(List.of(shot(1, 0, 60, 60_000), shot(2, 30, 90, 60_000)));
        assertThat(positions(timeline, at(40), at(80), at(50))).containsExactly(40_000L, 110_000L, 80_000L);
    }

    @Test
    void recordedTimeNeedsNoClock() {
        Timeline timeline = new Timeline(List.of(
                shot(1, 3600, 3606, 6_000),
                new Shot(4, START, START.plusSeconds(60), List.of(new Stretch(0, 20_000), new Stretch(30_000, 10_000))),
                shot(7, 0, 10, 0)));
        assertThat(positions(
                        timeline,
                        new MarkerTime.Recorded(1, 1_000),
                        new MarkerTime.Recorded(4, 0),
                        new MarkerTime.Recorded(4, 25_000),
                        new MarkerTime.Recorded(4, 31_000),
                        new MarkerTime.Recorded(4, 86_400_000),
                        new MarkerTime.Recorded(7, 4_000)))
                .containsExactly(1_000L, 6_000L, 26_000L, 27_000L, 36_000L, 36_000L);
    }

    private static List<Long> positions(Timeline timeline, MarkerTime... times) {
        return timeline
                .positions(Stream.of(times)
                        .map(time -> new TimeMarker(time, "step", "hook"))
                        .toList())
                .stream()
                .map(RecordingMarker::atMs)
                .toList();
    }

    private static MarkerTime at(int seconds) {
        return new MarkerTime.WallClock(START.plusSeconds(seconds));
    }

    private static Shot shot(int take, int from, int to, long lengthMs) {
        return new Shot(
                take,
                START.plusSeconds(from),
                START.plusSeconds(to),
                lengthMs == 0 ? List.of() : List.of(new Stretch(0, lengthMs)));
    }
}
