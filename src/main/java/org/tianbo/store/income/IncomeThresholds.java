package org.tianbo.store.income;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.tianbo.platform.time.Zones;
import org.tianbo.settings.SettingSince;
import org.tianbo.store.StoreSettings;

/**
 * What the county asked of each month. A month goes by what counted when it became due: what was decided before a
 * change stays decided.
 *
 * @param changes the oldest first
 * @param usualFen before the first of them
 * @param dueDay of the following month
 */
record IncomeThresholds(List<SettingSince> changes, long usualFen, int dueDay) {

    long of(YearMonth month) {
        YearMonth next = month.plusMonths(1);
        Instant due = next.atDay(Math.min(dueDay, next.lengthOfMonth()))
                .atStartOfDay(Zones.SHANGHAI)
                .toInstant();
        return changes.stream()
                .filter(change -> change.at().isBefore(due))
                .reduce((earlier, later) -> later)
                .map(StoreSettings::fen)
                .orElse(usualFen);
    }
}
