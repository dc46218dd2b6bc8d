package org.tianbo.store;

import java.util.Set;

/**
 * How steady a store's income is.
 *
 * @param thresholdFen what the county asked of the month with which the row ends
 * @param now the row of months as it is
 * @param reachedMonths the spans already reported to the county: 3, 6, 12
 */
public record IncomeStabilityView(long thresholdFen, IncomeStreak now, Set<Integer> reachedMonths) {

    /** Whether the shortest span is held, which is the road's last step. */
    public boolean steady() {
        return reachedMonths.contains(IncomeStreak.SPANS.get(0));
    }
}
