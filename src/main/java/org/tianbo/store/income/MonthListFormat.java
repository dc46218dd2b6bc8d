package org.tianbo.store.income;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Months as people write them: {@code 2025-06 – 2026-04, 2026-07}. */
public final class MonthListFormat {

    private MonthListFormat() {}

    /** Empty for none. */
    public static String of(List<YearMonth> months) {
        List<String> ranges = new ArrayList<>();
        List<YearMonth> sorted = months.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            while (end + 1 < sorted.size() && sorted.get(end).plusMonths(1).equals(sorted.get(end + 1))) {
                end++;
            }
            ranges.add(end == i ? sorted.get(i).toString() : sorted.get(i) + " – " + sorted.get(end));
            i = end + 1;
        }
        return String.join(", ", ranges);
    }
}
