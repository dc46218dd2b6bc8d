package org.tianbo.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundsTest {

    private static final TimeBounds BOUNDS =
            TimeBounds.ofPhone(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-06-18T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T00:00:00Z, true, 2026-02-28T00:00:00Z",
        "2026-02-27T23:59:59.999Z, false, 2026-02-28T00:00:00Z",
        "2026-06-19T00:00:00Z, true, 2026-06-19T00:00:00Z",
        "2026-06-19T00:00:00.001Z, false, 2026-06-19T00:00:00Z",
        "1970-01-01T00:00:00Z, false, 2026-02-28T00:00:00Z",
        "9999-12-31T23:59:59Z, false, 2026-06-19T00:00:00Z",
        "-999999999-01-01T00:00:00Z, false, 2026-02-28T00:00:00Z",
        "+999999999-12-31T23:59:59Z, false, 2026-06-19T00:00:00Z"
    })
    void aClaimedTimeIsWithinADayOfWhatCanBeTrue(Instant claimed, boolean admitted, Instant nearest) {
        assertThat(BOUNDS.admit(claimed)).isEqualTo(admitted);
        assertThat(BOUNDS.nearest(claimed)).isEqualTo(nearest);
    }
}
