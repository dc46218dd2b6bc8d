package org.tianbo.narration.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TakeTimeTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");

    @Test
    void aPhoneWhoseClockIsYearsOffSaysRightlyHowLongTheTakeWaited() {
        Instant spoken = Instant.parse("1970-01-01T00:00:10Z");
        assertThat(new TakeTime(spoken, spoken.plusSeconds(3_600)).spoken(NOW)).isEqualTo(NOW.minusSeconds(3_600));
        Instant ahead = Instant.parse("2031-01-01T00:00:10Z");
        assertThat(new TakeTime(ahead, ahead.plusSeconds(60)).spoken(NOW)).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void whereTheClockWasSetMeanwhileItCountsAsSpokenNow() {
        assertThat(new TakeTime(Instant.EPOCH, NOW).spoken(NOW)).isEqualTo(NOW);
        assertThat(new TakeTime(NOW.plusSeconds(60), NOW).spoken(NOW)).isEqualTo(NOW);
    }

    @Test
    void whatWaitedForWeeksWasSpokenThen() {
        Instant spoken = NOW.minus(Duration.ofDays(30));
        assertThat(new TakeTime(spoken, NOW.plusSeconds(5)).spoken(NOW)).isEqualTo(spoken.minusSeconds(5));
    }

    @Test
    void aPhoneThatDoesNotSayWhenItSendsIsTakenByOurClock() {
        assertThat(new TakeTime(NOW.minusSeconds(60), null).spoken(NOW)).isEqualTo(NOW.minusSeconds(60));
        assertThat(new TakeTime(NOW.plusSeconds(60), null).spoken(NOW)).isEqualTo(NOW);
    }
}
