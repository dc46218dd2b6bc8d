package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetakeRuleTest {

    private static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");

    private final RetakeRule rule = new RetakeRule(24, 3);

    @Test
    void whoHasNotAnsweredYetWaitsForNothing() {
        assertThat(rule.hoursLeft(null, NOON)).isZero();
        assertThat(rule.usedUp(0)).isFalse();
    }

    @Test
    void theWaitIsToldInWholeHoursAndEndsOnTheMinute() {
        assertThat(rule.hoursLeft(NOON, NOON.plus(Duration.ofMinutes(1)))).isEqualTo(24);
        assertThat(rule.hoursLeft(NOON, NOON.plus(Duration.ofHours(23)))).isEqualTo(1);
        assertThat(rule.hoursLeft(NOON, NOON.plus(Duration.ofHours(24)))).isZero();
        assertThat(rule.hoursLeft(NOON, NOON.plus(Duration.ofDays(9)))).isZero();
    }

    @Test
    void aClockThatWasADayAheadMakesNobodyWaitLonger() {
        assertThat(rule.hoursLeft(NOON.plus(Duration.ofDays(1)), NOON)).isEqualTo(24);
    }

    @Test
    void threeTriesAreThreeTriesAndWithoutANumberTheyNeverEnd() {
        assertThat(rule.usedUp(2)).isFalse();
        assertThat(rule.usedUp(3)).isTrue();
        assertThat(new RetakeRule(0, 0).usedUp(1_000)).isFalse();
        assertThat(new RetakeRule(0, 0).hoursLeft(NOON, NOON)).isZero();
    }
}
