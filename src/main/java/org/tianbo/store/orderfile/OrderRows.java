package org.tianbo.store.orderfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.TableFacts;
import org.tianbo.store.Platform;

/** The rows of one file, seen beside each other: what no single row shows. */
final class OrderRows {

    private final Platform platform;
    private final List<OrderRow> rows = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();

    OrderRows(Platform platform) {
        this.platform = platform;
    }

    void add(OrderRow row) {
        rows.add(row);
    }

    /** Each line once, in the order in which they were first met. */
    OrderFile file(TableFacts facts) {
        rejected.addAll(facts.rejected());
        Map<OrderLine.Key, OrderRow> lines = new LinkedHashMap<>();
        if (!refusedAsCut()) {
            rows.forEach(row -> put(lines, row));
        }
        if (platform == Platform.JD) {
            lines.values().stream()
                    .collect(Collectors.groupingBy(row -> row.order().orderNo()))
                    .values()
                    .forEach(order -> OrderTotals.shared(order)
                            .forEach(row -> lines.put(row.order().key(), row)));
        }
        rejected.sort(Comparator.comparingInt(RejectedRow::line));
        int merged = facts.rows() - lines.size() - rejected.size();
        return new OrderFile(
                new OrderReport(facts.rows(), lines.size(), merged, List.copyOf(rejected)),
                List.copyOf(lines.values()));
    }

    /** Rows whose numbers have lost their ends would be taken for one order. */
    private boolean refusedAsCut() {
        boolean orders = TruncatedNumbers.areZeroed(orderNos());
        if (!orders && !TruncatedNumbers.areZeroed(itemNos())) {
            return false;
        }
        rows.stream()
                .map(row -> orders
                        ? RejectedRow.of(
                                row.line(),
                                "order_no",
                                "orders.number-cut",
                                row.order().orderNo())
                        : RejectedRow.of(
                                row.line(),
                                "item_no",
                                "orders.number-cut",
                                row.order().itemNo()))
                .forEach(rejected::add);
        return true;
    }

    private Collection<String> orderNos() {
        return rows.stream().map(row -> row.order().orderNo()).toList();
    }

    private Collection<String> itemNos() {
        return rows.stream().map(row -> row.order().itemNo()).toList();
    }

    private void put(Map<OrderLine.Key, OrderRow> lines, OrderRow row) {
        OrderRow before = lines.putIfAbsent(row.order().key(), row);
        if (before == null) {
            return;
        }
        if (!before.order().sameSale(row.order())) {
            rejected.add(RejectedRow.of(
                    row.line(),
                    "item_no",
                    "orders.same-number-other-sale",
                    row.order().itemNo()));
        } else if (before.order().later(row.order()) != before.order()) {
            lines.put(row.order().key(), row);
        }
    }
}
