package org.tianbo.store.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Slices;
import org.tianbo.store.Platform;
import org.tianbo.store.orderfile.AfterSale;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderState;

/** An order line's columns in the database, in the tables of counted and of held lines alike. */
final class OrderLineColumns {

    /** Read by {@link #line}. */
    static final String READ =
            """
            l.platform, l.order_no, l.item_no, l.product, l.quantity, l.paid_fen, l.refunded_fen, l.state, l.after_sale,
            l.ordered_at, l.host_id, l.host_name, l.buyer_key, l.address_key
            """;

    /** Set by {@link #set}; takes county, store and import first. */
    static final String INSERTED =
            """
            (county, store, imported, platform, order_no, item_no, product, quantity, paid_fen,
                refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key)
            select ?, ?, ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
                ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (county, store, platform, order_no, item_no) do update set
                imported = excluded.imported, product = excluded.product, quantity = excluded.quantity,
                paid_fen = excluded.paid_fen, refunded_fen = excluded.refunded_fen, state = excluded.state,
                after_sale = excluded.after_sale, ordered_at = excluded.ordered_at, host_id = excluded.host_id,
                host_name = excluded.host_name, buyer_key = excluded.buyer_key, address_key = excluded.address_key
            """;

    private static final int BATCH = 5_000;

    /** The line's own columns in the order of {@link #INSERTED}, each with its type. */
    private static final List<Map.Entry<String, Function<OrderLine, Object>>> WRITTEN = List.of(
            Map.entry("text", line -> line.platform().name()),
            Map.entry("text", OrderLine::orderNo),
            Map.entry("text", OrderLine::itemNo),
            Map.entry("text", OrderLine::product),
            Map.entry("integer", OrderLine::quantity),
            Map.entry("bigint", OrderLine::paidFen),
            Map.entry("bigint", OrderLine::refundedFen),
            Map.entry("text", line -> line.state().name()),
            Map.entry("text", line -> line.afterSale().name()),
            Map.entry("timestamptz", line -> line.orderedAt().toString()),
            Map.entry("text", OrderLine::hostId),
            Map.entry("text", OrderLine::hostName),
            Map.entry("text", OrderLine::buyerKey),
            Map.entry("text", OrderLine::addressKey));

    private OrderLineColumns() {}

    static void set(PreparedStatement insert, int first, List<OrderLine> lines) throws SQLException {
        Connection connection = insert.getConnection();
        int next = first;
        for (Map.Entry<String, Function<OrderLine, Object>> each : WRITTEN) {
            insert.setArray(next++, Jdbc.array(connection, each.getKey(), lines, each.getValue()));
        }
    }

    static List<OrderLine> lines(PreparedStatement select) throws SQLException {
        List<OrderLine> lines = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lines.add(line(rows));
            }
        }
        return lines;
    }

    static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                Platform.valueOf(row.getString("platform")),
                row.getString("order_no"),
                row.getString("item_no"),
                row.getString("product"),
                row.getInt("quantity"),
                row.getLong("paid_fen"),
                row.getLong("refunded_fen"),
                OrderState.valueOf(row.getString("state")),
                AfterSale.valueOf(row.getString("after_sale")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getString("host_id"),
                row.getString("host_name"),
                row.getString("buyer_key"),
                row.getString("address_key"));
    }

    /** So that one statement takes a handful of megabytes at most. */
    static <T> List<List<T>> batches(Collection<T> all) {
        return Slices.of(all, BATCH);
    }
}
