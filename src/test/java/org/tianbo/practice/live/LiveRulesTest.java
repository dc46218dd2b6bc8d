package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.hls.LiveSegment;

class LiveRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 1, 10000", // the first picture of the first of them
        "1200, 1, 11200",
        "1998, 1, 11998",
        "2000, 2, 3000", // the next take
        "3500, 2, 4500",
        "9000, 2, 5000", // behind the last one
        "-50, 1, 10000",
    })
    void aMarkLiesWhereThePlayerWas(long shownMs, int take, long ms) {
        Instant begin = NOW.minusSeconds(20);
        // Both were made at the same moment: what players show is dated by their lengths.
        List<LiveSegment> newest = List.of(
                new LiveSegment(7, 0, "k", "i", 2000, 1, 10_000, 0, 9, NOW, begin),
                new LiveSegment(8, 1, "k", "i", 2000, 2, 3_000, 0, 3, NOW, begin.plusMillis(2000)));
        assertThat(LiveMentor.place(newest, Optional.of(begin.plusMillis(shownMs))))
                .contains(new MarkerTime.Recorded(take, ms));
    }

    @Test
    void fiveHundredBehindOneAddressPassAndACrowdWithoutEndDoesNot() {
        AtomicLong nanos = new AtomicLong();
        Crowds crowds = new Crowds(limits(), nanos::get);
        UUID link = UUID.randomUUID();
        for (int viewer = 0; viewer < 600; viewer++) {
            crowds.join(link, "192.0.2.1");
        }
        crowded(() -> crowds.join(link, "192.0.2.1"));
        crowds.join(UUID.randomUUID(), "192.0.2.1");
        for (int viewer = 600; viewer < 1200; viewer++) {
            crowds.join(link, "198.51.100." + viewer % 250);
        }
        crowded(() -> crowds.join(link, "203.0.113.1"));
        nanos.addAndGet(Crowds.WITHIN.toNanos() + 1);
        crowds.join(link, "192.0.2.1");
    }

    private static void crowded(ThrowingCallable join) {
        assertThatThrownBy(join).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("live.crowded"));
    }

    private static PracticeConfig.Live limits() {
        return new SmallRyeConfigBuilder()
                .withMapping(PracticeConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(PracticeConfig.class)
                .live();
    }
}
