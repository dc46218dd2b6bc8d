package org.tianbo.store.orderfile;

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
        List<Long> shares =
                spread(total, order.stream().map(row -> weight(row, priced)).toList());
        List<OrderRow> shared = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            shared.add(order.get(i).withShare(shares.get(i), total));
        }
        return shared;
    }

    /** The amount in parts as large as the weights are; no fen is lost to rounding. */
    static List<Long> spread(long amount, List<Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> parts = new ArrayList<>();
        long weightSoFar = 0;
        long soFar = 0;
        for (long weight : weights) {
            weightSoFar += weight;
            long upToHere = weightSoFar == whole ? amount : Math.round((double) amount * weightSoFar / whole);
            parts.add(upToHere - soFar);
            soFar = upToHere;
        }
        return parts;
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
