package org.tianbo.store.income;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingValues;

class IncomeThresholdsTest {

    private static final long USUAL = 1_000_00;

    /** On the 20th of October in the county, which is the day before in UTC, September becomes due. */
    private final IncomeThresholds thresholds = new IncomeThresholds(
            List.of(since("2026-08-25T00:00:00Z", 1_500), since("2026-10-19T15:59:59Z", 2_000)), USUAL, 20);

    @Test
    void aMonthGoesByWhatWasAskedWhenItBecameDue() {
        assertThat(thresholds.of(YearMonth.of(2026, 6))).isEqualTo(USUAL);
        assertThat(thresholds.of(YearMonth.of(2026, 7))).isEqualTo(USUAL);
        assertThat(thresholds.of(YearMonth.of(2026, 8))).isEqualTo(1_500_00);
        assertThat(thresholds.of(YearMonth.of(2026, 9))).isEqualTo(2_000_00);
        assertThat(thresholds.of(YearMonth.of(2026, 10))).isEqualTo(2_000_00);
    }

    @Test
    void aChangeOnTheDayItIsDueComesTooLate() {
        IncomeThresholds late = new IncomeThresholds(List.of(since("2026-10-19T16:00:00Z", 2_000)), USUAL, 20);

        assertThat(late.of(YearMonth.of(2026, 9))).isEqualTo(USUAL);
        assertThat(late.of(YearMonth.of(2026, 10))).isEqualTo(2_000_00);
    }

    private static SettingSince since(String at, long yuan) {
        return new SettingSince(new SettingValues(Map.of("yuan", BigDecimal.valueOf(yuan))), Instant.parse(at));
    }
}
