package org.tianbo.store.income;

import java.time.YearMonth;
import java.util.List;
import org.tianbo.store.orderfile.OrderLine;

/**
 * What a store sold in the orders of one month, in fen. Costs, fees and freight are not in it.
 *
 * @param paidItems lines of orders that are neither unpaid nor closed
 * @param refundedItems lines of them for which money went back
 * @param netFen paid less refunded
 * @param completedNetFen the part of it in completed orders
 * @param buyers within this month alone
 */
public record IncomeMonth(
        YearMonth month,
        int paidItems,
        long paidFen,
        int refundedItems,
        long refundedFen,
        long netFen,
        long completedNetFen,
        Buyers buyers) {

    static IncomeMonth of(YearMonth month, List<OrderLine> lines) {
        List<OrderLine> paid = lines.stream().filter(OrderLine::paid).toList();
        List<OrderLine> refunded = paid.stream().filter(OrderLine::refunded).toList();
        return new IncomeMonth(
                month,
                paid.size(),
                paid.stream().mapToLong(OrderLine::paidFen).sum(),
                refunded.size(),
                refunded.stream().mapToLong(OrderLine::refundedFen).sum(),
                paid.stream().mapToLong(OrderLine::netFen).sum(),
                paid.stream()
                        .filter(OrderLine::completed)
                        .mapToLong(OrderLine::netFen)
                        .sum(),
                Buyers.among(paid));
    }
}
