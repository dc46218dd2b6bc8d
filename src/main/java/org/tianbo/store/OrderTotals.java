package org.tianbo.store;

import java.util.ArrayList;
import java.util.List;

/**
 * JD writes an order's amounts onto each of its lines. Where that is so, the amount is shared over them by their list
 * prices, to the fen.
 */
final class OrderTotals {

    private OrderTotals() {}

    /** The lines of one order, each with its own amount. */
    static List<OrderRow> shared(List<OrderRow> order) {
        if (order.size() < 2 || !isTotal(order)) {
            return order;
        }
        long total = order.get(0).order().paidFen();
        boolean priced = order.stream().allMatch(row -> row.listPrice().orElse(0) > 0);
        long weights = order.stream().mapToLong(row -> weight(row, priced)).sum();
        List<OrderRow> shared = new ArrayList<>();
        long weightSoFar = 0;
        long paidSoFar = 0;
        for (OrderRow row : order) {
            weightSoFar += weight(row, priced);
            // Rounding the running sum loses no fen.
            long upToHere = weightSoFar == weights ? total : Math.round((double) total * weightSoFar / weights);
            shared.add(row.withPaid(upToHere - paidSoFar));
            paidSoFar = upToHere;
        }
        return shared;
    }

    /**
     * All lines have one amount, and it cannot be each line's own: the column of order amounts differs from the line's
     * price, or, without one, the lines have different prices or would cost more than their prices.
     */
    private static boolean isTotal(List<OrderRow> order) {
        long paid = order.get(0).order().paidFen();
        if (paid == 0 || order.stream().anyMatch(row -> row.order().paidFen() != paid)) {
            return false;
        }
        if (order.stream().allMatch(row -> row.orderAmount().isPresent())) {
            long amount = order.get(0).orderAmount().getAsLong();
            return order.stream().allMatch(row -> row.orderAmount().getAsLong() == amount)
                    && order.stream().anyMatch(row -> row.listPrice().orElse(-1) != amount);
        }
        if (order.stream().anyMatch(row -> row.listPrice().isEmpty())) {
            return false;
        }
        long prices =
                order.stream().mapToLong(row -> row.listPrice().getAsLong()).sum();
        return paid * order.size() > prices
                || order.stream()
                                .mapToLong(row -> row.listPrice().getAsLong())
                                .distinct()
                                .count()
                        > 1;
    }

    private static long weight(OrderRow row, boolean priced) {
        return priced ? row.listPrice().getAsLong() : 1;
    }
}
