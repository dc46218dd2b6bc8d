package org.tianbo.cohort.joining;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.error.Refused;

class JoinPaceTest {

    private Instant now = Instant.parse("2026-11-28T02:00:00Z");

    private final JoinPace pace = new JoinPace(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aNetworkThatAsksForMoreThanAClassWaitsAnHourAndHoldsUpNoOther() {
        for (int asked = 0; asked < JoinPace.AN_HOUR; asked++) {
            pace.ask("192.0.2.1");
        }
        assertThatThrownBy(() -> pace.ask("192.0.2.1"))
                .isInstanceOf(Refused.class)
                .hasMessage("cohort.join-too-many");
        assertThatCode(() -> pace.ask("192.0.2.2")).doesNotThrowAnyException();

        now = now.plus(Duration.ofHours(1));
        assertThatCode(() -> pace.ask("192.0.2.1")).doesNotThrowAnyException();
    }
}
