package org.tianbo.store.orderfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The lines' shares of an order's total where a file names some of its lines only, each with the total: one line that
 * was mended or has come further. What the county knows of the other lines is a part of that total, too.
 */
public final class OrderShares {

    private final Map<OrderLine, Long> shares = new IdentityHashMap<>();

    private OrderShares() {}

    /** @param pairs the known line of each row that has one */
    public static OrderShares of(List<OrderLine> known, List<OrderRow> rows, Map<OrderRow, OrderLine> pairs) {
        OrderShares shares = new OrderShares();
        List<OrderRow> paid =
                rows.stream().filter(row -> row.order().paidFen() > 0).toList();
        Set<OrderLine> named = Collections.newSetFromMap(new IdentityHashMap<>());
        named.addAll(pairs.values());
        List<OrderLine> others = known.stream()
                .filter(line -> line.paidFen() > 0 && !named.contains(line))
                .toList();
        boolean wholeOrder = !paid.isEmpty()
                && paid.stream().allMatch(row -> row.orderTotal().isPresent());
        if (wholeOrder && others.isEmpty()) {
            paid.forEach(row -> shares.shares.put(row.order(), row.order().paidFen()));
        } else if (wholeOrder) {
            shares.spread(paid.get(0).orderTotal().getAsLong(), others, paid, pairs);
        } else if (paid.size() == 1 && !others.isEmpty() && isTotal(paid.get(0), known, pairs)) {
            shares.spread(paid.get(0).order().paidFen(), others, paid, pairs);
        }
        return shares;
    }

    /** The line with its share; as it is where it has an amount of its own. */
    public OrderLine of(OrderLine line) {
        return of(line, line);
    }

    /** @param latest what is known of the line now */
    public OrderLine of(OrderLine line, OrderLine latest) {
        Long share = shares.get(line);
        return share == null || !latest.paid() ? latest : latest.withPaid(share);
    }

    /** Whether the only row of its order tells what was paid for the whole of it, other lines of which are known. */
    private static boolean isTotal(OrderRow row, List<OrderLine> known, Map<OrderRow, OrderLine> pairs) {
        long stated = row.order().paidFen();
        long before = paidBefore(row, pairs);
        if (stated == known.stream().mapToLong(OrderLine::paidFen).sum()) {
            return before > 0 || isNotItsOwn(row);
        }
        return before > 0 && stated != before && costsMoreThanItsPrice(row);
    }

    private static boolean isNotItsOwn(OrderRow row) {
        return row.orderAmount().isPresent()
                ? row.listPrice().orElse(-1) != row.orderAmount().getAsLong()
                : costsMoreThanItsPrice(row);
    }

    private static boolean costsMoreThanItsPrice(OrderRow row) {
        return row.listPrice().isPresent()
                && row.order().paidFen() > row.listPrice().getAsLong();
    }

    /** New lines get what their price is of the order's; those that had a share part the rest as before. */
    private void spread(long total, List<OrderLine> others, List<OrderRow> paid, Map<OrderRow, OrderLine> pairs) {
        List<OrderLine> sharing = new ArrayList<>(others);
        List<Long> weights =
                new ArrayList<>(others.stream().map(OrderLine::paidFen).toList());
        long left = total;
        for (OrderRow row : paid) {
            long before = paidBefore(row, pairs);
            if (before > 0) {
                sharing.add(row.order());
                weights.add(before);
            } else {
                long share = Math.min(left, share(row, total, others.size() + paid.size()));
                shares.put(row.order(), share);
                left -= share;
            }
        }
        List<Long> parts = OrderTotals.spread(left, weights);
        for (int i = 0; i < parts.size(); i++) {
            shares.put(sharing.get(i), parts.get(i));
        }
    }

    private static long share(OrderRow row, long total, int lines) {
        OptionalLong amount = row.orderAmount();
        return row.listPrice().isPresent() && amount.orElse(0) > 0
                ? Math.round((double) total * row.listPrice().getAsLong() / amount.getAsLong())
                : total / lines;
    }

    private static long paidBefore(OrderRow row, Map<OrderRow, OrderLine> pairs) {
        OrderLine before = pairs.get(row);
        return before == null ? 0 : before.paidFen();
    }
}
