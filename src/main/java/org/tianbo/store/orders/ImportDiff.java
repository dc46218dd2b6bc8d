package org.tianbo.store.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.store.opening.OpenDays;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderRow;
import org.tianbo.store.orderfile.OrderShares;

/**
 * A file's lines beside what the county knows.
 *
 * @param added not met before
 * @param changed of which the file tells later events, or another share of their order's total
 * @param shared lines that the file does not name, whose share of their order's total is another one now
 * @param unchanged lines of which it tells nothing new
 * @param earlier lines of orders placed while the store was not open
 * @param held lines of orders that count in another store of the county until somebody decides
 * @param refused lines of orders of which it was decided that they belong to another store
 */
public record ImportDiff(
        List<OrderLine> added,
        List<OrderLine> changed,
        List<OrderLine> shared,
        int unchanged,
        int earlier,
        List<OrderLine> held,
        List<RejectedRow> refused) {

    public static ImportDiff of(UUID store, OpenDays open, Map<String, KnownOrder> known, List<OrderRow> rows) {
        ImportDiff diff = new ImportDiff(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, 0, new ArrayList<>(), new ArrayList<>());
        List<OrderRow> inTime = rows.stream()
                .filter(row -> open.include(row.order().orderedAt()))
                .toList();
        int unchanged = 0;
        for (Map.Entry<String, List<OrderRow>> order : byOrder(inTime).entrySet()) {
            KnownOrder before = known.get(order.getKey());
            if (before == null || before.store().equals(store)) {
                unchanged += diff.sort(before == null ? List.of() : before.lines(), order.getValue());
            } else if (before.decided()) {
                order.getValue().forEach(diff::refuse);
            } else {
                order.getValue().forEach(row -> diff.held.add(row.order()));
            }
        }
        return new ImportDiff(
                diff.added, diff.changed, diff.shared, unchanged, rows.size() - inTime.size(), diff.held, diff.refused);
    }

    public List<OrderLine> toWrite() {
        List<OrderLine> lines = new ArrayList<>(added);
        lines.addAll(changed);
        lines.addAll(shared);
        return lines;
    }

    /** Returns how many tell nothing new. */
    private int sort(List<OrderLine> known, List<OrderRow> rows) {
        Map<OrderRow, OrderLine> pairs = ItemMatching.of(known, rows);
        OrderShares shares = OrderShares.of(known, rows, pairs);
        int same = 0;
        for (OrderRow row : rows) {
            OrderLine before = pairs.get(row);
            if (before == null) {
                added.add(shares.of(row.order()));
                continue;
            }
            OrderLine now = before.later(row.order().withItemNo(before.itemNo()));
            OrderLine written = shares.of(row.order(), now);
            if (written.equals(before)) {
                same++;
            } else {
                changed.add(written);
            }
        }
        known.stream()
                .filter(line -> !shares.of(line).equals(line))
                .map(shares::of)
                .forEach(shared::add);
        return same;
    }

    private void refuse(OrderRow row) {
        refused.add(RejectedRow.of(
                row.line(),
                "order_no",
                "orders.decided-for-another-store",
                row.order().orderNo()));
    }

    private static Map<String, List<OrderRow>> byOrder(List<OrderRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.order().orderNo(), LinkedHashMap::new, Collectors.toList()));
    }
}
