package org.tianbo.store.income;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.StoreRefused;

/** Whole months, both ends counted in. */
public record MonthRange(YearMonth from, YearMonth to) {

    private static final int MONTHS_BACK = 11;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    /** As asked for; the last twelve months up to now where an end is left out. */
    public static MonthRange requested(String from, String to, Clock clock) {
        YearMonth last = month("to", to, YearMonth.now(clock.withZone(Zones.SHANGHAI)));
        YearMonth first = month("from", from, last.minusMonths(MONTHS_BACK));
        if (first.isAfter(last)) {
            throw StoreRefused.monthUnreadable("from");
        }
        return new MonthRange(first, last);
    }

    /**
     * A month as asked for, {@code otherwise} where it is left out.
     *
     * @throws Refused for what is no month, or none that a store can have
     */
    public static YearMonth month(String field, String requested, YearMonth otherwise) {
        if (requested == null || requested.isEmpty()) {
            return otherwise;
        }
        try {
            YearMonth month = YearMonth.parse(requested);
            if (month.getYear() < EARLIEST_YEAR || month.getYear() > LATEST_YEAR) {
                throw StoreRefused.monthUnreadable(field);
            }
            return month;
        } catch (DateTimeException unreadable) {
            throw StoreRefused.monthUnreadable(field);
        }
    }
}
