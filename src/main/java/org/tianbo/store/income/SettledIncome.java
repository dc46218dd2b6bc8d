package org.tianbo.store.income;

import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/** What a store was paid, month by month. */
public interface SettledIncome {

    /** Net of completed orders by the month in China in which they were placed, in fen. */
    Map<YearMonth, Long> settledByMonth(UUID store);
}
