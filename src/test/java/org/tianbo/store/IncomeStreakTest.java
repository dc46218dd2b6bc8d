package org.tianbo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncomeStreakTest {

    private static final long THRESHOLD = 1_000_00;
    private static final int DUE = 20;
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @Test
    void monthsAtTheThresholdCountInARow() {
        IncomeStreak streak = on(LocalDate.of(2026, 10, 20), run(SEPTEMBER, 4));

        assertThat(streak).isEqualTo(new IncomeStreak(4, SEPTEMBER));
        assertThat(streak.over(3)).isTrue();
        assertThat(streak.over(6)).isFalse();
    }

    @Test
    void aFenUnderTheThresholdEndsTheRow() {
        Map<YearMonth, Long> months = run(SEPTEMBER, 12);
        months.put(SEPTEMBER.minusMonths(3), THRESHOLD - 1);

        assertThat(on(LocalDate.of(2026, 10, 20), months).months()).isEqualTo(3);
    }

    @Test
    void aMonthWithoutAFileEndsTheRow() {
        Map<YearMonth, Long> months = run(SEPTEMBER, 12);
        months.remove(SEPTEMBER.minusMonths(1));

        assertThat(on(LocalDate.of(2026, 10, 20), months).months()).isEqualTo(1);
    }

    @Test
    void lastMonthIsNotMissedBeforeItIsDue() {
        Map<YearMonth, Long> untilAugust = run(SEPTEMBER.minusMonths(1), 6);

        assertThat(on(LocalDate.of(2026, 10, 19), untilAugust))
                .isEqualTo(new IncomeStreak(6, SEPTEMBER.minusMonths(1)));
        assertThat(on(LocalDate.of(2026, 10, 20), untilAugust)).isEqualTo(new IncomeStreak(0, SEPTEMBER));
    }

    @Test
    void lastMonthCountsAtOnceWhenItReachesTheThreshold() {
        assertThat(on(LocalDate.of(2026, 10, 1), run(SEPTEMBER, 6))).isEqualTo(new IncomeStreak(6, SEPTEMBER));
    }

    @Test
    void thisMonthCountsNotYetHoweverGoodItIs() {
        assertThat(on(LocalDate.of(2026, 9, 30), run(SEPTEMBER, 1)).months()).isZero();
    }

    @Test
    void eachMonthGoesByItsOwnThreshold() {
        Map<YearMonth, Long> months = run(SEPTEMBER, 12);

        assertThat(IncomeStreak.of(
                                months,
                                month -> month.isBefore(SEPTEMBER) ? THRESHOLD : 2 * THRESHOLD,
                                LocalDate.of(2026, 10, 19),
                                DUE)
                        .months())
                .as("September is not due, and August keeps what was asked of it")
                .isEqualTo(11);
        assertThat(IncomeStreak.of(
                                months,
                                month -> month.isBefore(SEPTEMBER.minusMonths(4)) ? 2 * THRESHOLD : THRESHOLD,
                                LocalDate.of(2026, 10, 20),
                                DUE)
                        .months())
                .as("a lower line brings no month back that was missed")
                .isEqualTo(5);
    }

    private static IncomeStreak on(LocalDate today, Map<YearMonth, Long> months) {
        return IncomeStreak.of(months, month -> THRESHOLD, today, DUE);
    }

    private static Map<YearMonth, Long> run(YearMonth last, int months) {
        Map<YearMonth, Long> settled = new HashMap<>();
        for (int back = 0; back < months; back++) {
            settled.put(last.minusMonths(back), THRESHOLD);
        }
        return settled;
    }
}
