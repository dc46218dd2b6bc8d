package org.tianbo.store.orders;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderRow;

/**
 * Which line of an order a row tells of, though exports with other columns give the item another number: first by the
 * number itself, then by another one of the row's, then, for a row without a number of its own, by product and
 * quantity.
 */
final class ItemMatching {

    private final List<OrderLine> unmatched;
    private final Map<OrderRow, OrderLine> pairs = new IdentityHashMap<>();

    private ItemMatching(List<OrderLine> known) {
        this.unmatched = new ArrayList<>(known);
    }

    static Map<OrderRow, OrderLine> of(List<OrderLine> known, List<OrderRow> rows) {
        ItemMatching matching = new ItemMatching(known);
        matching.pair(rows, (row, line) -> line.itemNo().equals(row.order().itemNo()));
        matching.pair(rows, (row, line) -> row.otherItemNos().contains(line.itemNo()));
        matching.pair(rows, (row, line) -> !row.ownItemNo() && sameGoods(row.order(), line));
        return matching.pairs;
    }

    private void pair(List<OrderRow> rows, BiPredicate<OrderRow, OrderLine> same) {
        if (unmatched.isEmpty()) {
            return;
        }
        for (OrderRow row : rows) {
            if (!pairs.containsKey(row)) {
                unmatched.stream()
                        .filter(line -> same.test(row, line))
                        .findFirst()
                        .ifPresent(line -> {
                            pairs.put(row, line);
                            unmatched.remove(line);
                        });
            }
        }
    }

    private static boolean sameGoods(OrderLine one, OrderLine other) {
        return one.product().equals(other.product()) && one.quantity() == other.quantity();
    }
}
