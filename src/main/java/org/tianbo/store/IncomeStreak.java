package org.tianbo.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How many months in a row a store's settled income has reached the county's threshold. Only months a platform's file
 * shows can; what has no file counts as nothing.
 *
 * @param months in a row
 * @param through the last month that has to count by now; the row ends with it
 */
public record IncomeStreak(int months, YearMonth through) {

    /** The spans that are milestones, shortest first. */
    public static final List<Integer> SPANS = List.of(3, 6, 12);

    /**
     * The month before this one has to count from the due day on, because orders are completed, and files brought,
     * weeks after the month's end; until then it counts if it already reaches the threshold, and is not missed if it
     * does not.
     *
     * @param settled fen by month
     * @param thresholdFen what each month had to reach
     * @param dueDay of the following month
     */
    public static IncomeStreak of(
            Map<YearMonth, Long> settled, ToLongFunction<YearMonth> thresholdFen, LocalDate today, int dueDay) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        YearMonth through =
                today.getDayOfMonth() >= dueDay || reaches(settled, last, thresholdFen) ? last : last.minusMonths(1);
        int months = 0;
        while (reaches(settled, through.minusMonths(months), thresholdFen)) {
            months++;
        }
        return new IncomeStreak(months, through);
    }

    public boolean over(int span) {
        return months >= span;
    }

    private static boolean reaches(
            Map<YearMonth, Long> settled, YearMonth month, ToLongFunction<YearMonth> thresholdFen) {
        return settled.getOrDefault(month, 0L) >= thresholdFen.applyAsLong(month);
    }
}
