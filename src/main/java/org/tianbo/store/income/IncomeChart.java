package org.tianbo.store.income;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Net income by month as bars, the part in completed orders darker; lengths in the drawing's own units. */
public record IncomeChart(int width, int height, List<Bar> bars) {

    private static final int STEP = 90;
    private static final int BAR_WIDTH = 56;
    private static final int FLOOR = 150;
    private static final int TALLEST = 115;

    /** @param completedHeight the part of {@code height} in completed orders */
    record Bar(
            YearMonth month,
            long netFen,
            int x,
            int middle,
            int top,
            int height,
            int completedTop,
            int completedHeight) {

        public int labelY() {
            return top - 6;
        }
    }

    public static IncomeChart of(MonthlyIncome monthlyIncome) {
        long most = monthlyIncome.months().stream()
                .mapToLong(IncomeMonth::netFen)
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (IncomeMonth month : monthlyIncome.months()) {
            int x = 10 + bars.size() * STEP;
            int height = scaled(month.netFen(), most);
            int completed = scaled(month.completedNetFen(), most);
            bars.add(new Bar(
                    month.month(),
                    month.netFen(),
                    x,
                    x + BAR_WIDTH / 2,
                    FLOOR - height,
                    height,
                    FLOOR - completed,
                    completed));
        }
        return new IncomeChart(Math.max(1, bars.size()) * STEP, FLOOR + 26, List.copyOf(bars));
    }

    private static int scaled(long fen, long most) {
        return most <= 0 ? 0 : (int) Math.round((double) Math.max(0, fen) * TALLEST / most);
    }
}
