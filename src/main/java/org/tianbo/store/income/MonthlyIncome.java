package org.tianbo.store.income;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tianbo.store.orderfile.OrderLine;

/**
 * A store's income by the month in which orders were placed, in China's time.
 *
 * @param months those with any order, earliest first
 * @param buyers over all the months together: who bought in two of them is a repeat buyer, though in neither alone
 */
public record MonthlyIncome(List<IncomeMonth> months, Buyers buyers) {

    /** Counts each line once, as last known, however many files it was in. */
    public static MonthlyIncome of(Collection<OrderLine> sightings) {
        List<OrderLine> lines = DistinctOrderLines.of(sightings).lines();
        List<IncomeMonth> months = lines.stream()
                .collect(Collectors.groupingBy(OrderLine::month, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> IncomeMonth.of(month.getKey(), month.getValue()))
                .toList();
        return new MonthlyIncome(months, Buyers.among(lines));
    }
}
