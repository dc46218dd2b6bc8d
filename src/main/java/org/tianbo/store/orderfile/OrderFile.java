package org.tianbo.store.orderfile;

import java.util.List;

/**
 * A platform's order file as read: the report for whoever brought it, and its lines, each once.
 *
 * @param rows the lines with what only their file knows of them
 */
public record OrderFile(OrderReport report, List<OrderRow> rows) {

    public List<OrderLine> lines() {
        return rows.stream().map(OrderRow::order).toList();
    }
}
