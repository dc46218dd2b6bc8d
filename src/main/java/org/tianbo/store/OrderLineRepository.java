package org.tianbo.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.tianbo.platform.security.CurrentCounty;

/** Order lines by thousands: whole files are read and written by a handful of statements. */
@ApplicationScoped
class OrderLineRepository {

    private static final int BATCH = 5_000;

    private static final String COLUMNS =
            """
            l.platform, l.order_no, l.item_no, l.product, l.quantity, l.paid_fen, l.refunded_fen, l.state, l.after_sale,
            l.ordered_at, l.host_id, l.host_name, l.buyer_key, l.address_key
            """;

    private static final String KNOWN = "select " + COLUMNS
            + """
            from unnest(?::text[], ?::text[]) as asked (order_no, item_no)
            join order_lines l on l.county = ? and l.store = ? and l.platform = ?
                and l.order_no = asked.order_no and l.item_no = asked.item_no
            """;

    private static final String PUT =
            """
            insert into order_lines (county, store, imported, platform, order_no, item_no, product, quantity, paid_fen,
                refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key)
            select ?, ?, ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
                ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (county, store, platform, order_no, item_no) do update set
                imported = excluded.imported, product = excluded.product, quantity = excluded.quantity,
                paid_fen = excluded.paid_fen, refunded_fen = excluded.refunded_fen, state = excluded.state,
                after_sale = excluded.after_sale, ordered_at = excluded.ordered_at, host_id = excluded.host_id,
                host_name = excluded.host_name, buyer_key = excluded.buyer_key, address_key = excluded.address_key
            """;

    private static final String BETWEEN = "select " + COLUMNS
            + """
            from order_lines l
            where l.county = ? and l.store = ? and l.ordered_at >= ? and l.ordered_at < ?
            """;

    private static final String FIRST_KEPT = "select " + COLUMNS
            + """
            from order_lines l
            where l.county = ? and l.store = ? and l.state = 'COMPLETED' and l.refunded_fen < l.paid_fen
                and l.after_sale = 'NONE'
            order by l.ordered_at, l.order_no, l.item_no limit 1
            """;

    private static final String SETTLED =
            """
            select to_char(l.ordered_at at time zone 'Asia/Shanghai', 'YYYY-MM'), sum(l.paid_fen - l.refunded_fen)
            from order_lines l where l.county = ? and l.store = ? and l.state = 'COMPLETED'
            group by 1
            """;

    private static final String NOTE_FIRST =
            """
            insert into first_orders (county, store, platform, order_no, item_no, ordered_at, imported)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (county, store) do nothing
            """;

    /** The lines' columns in the order of {@link #PUT}, each with its type. */
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

    private final EntityManager entities;
    private final CurrentCounty county;

    OrderLineRepository(EntityManager entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** Those of the lines that were met before, as they are known. */
    Map<OrderLine.Key, OrderLine> known(UUID store, Platform platform, List<OrderLine> lines) {
        Map<OrderLine.Key, OrderLine> known = new HashMap<>();
        for (List<OrderLine> batch : batches(lines)) {
            List<OrderLine> found = on(connection -> {
                try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
                    select.setArray(1, connection.createArrayOf("text", column(batch, OrderLine::orderNo)));
                    select.setArray(2, connection.createArrayOf("text", column(batch, OrderLine::itemNo)));
                    select.setString(3, county.id());
                    select.setObject(4, store);
                    select.setString(5, platform.name());
                    return lines(select);
                }
            });
            found.forEach(line -> known.put(line.key(), line));
        }
        return known;
    }

    /** Adds the lines, in place of those of the same key. */
    void put(UUID store, UUID imported, List<OrderLine> lines) {
        for (List<OrderLine> batch : batches(lines)) {
            on(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(PUT)) {
                    insert.setString(1, county.id());
                    insert.setObject(2, store);
                    insert.setObject(3, imported);
                    int next = 4;
                    for (Map.Entry<String, Function<OrderLine, Object>> each : WRITTEN) {
                        insert.setArray(
                                next++, connection.createArrayOf(each.getKey(), column(batch, each.getValue())));
                    }
                    return insert.executeUpdate();
                }
            });
        }
    }

    /** The store's lines ordered from the one instant until before the other. */
    List<OrderLine> between(UUID store, Instant from, Instant until) {
        return on(connection -> {
            try (PreparedStatement select = connection.prepareStatement(BETWEEN)) {
                select.setString(1, county.id());
                select.setObject(2, store);
                select.setTimestamp(3, Timestamp.from(from));
                select.setTimestamp(4, Timestamp.from(until));
                return lines(select);
            }
        });
    }

    /** Net of completed orders by the month in China in which they were placed, in fen. */
    Map<YearMonth, Long> settledByMonth(UUID store) {
        return on(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SETTLED)) {
                select.setString(1, county.id());
                select.setObject(2, store);
                Map<YearMonth, Long> settled = new TreeMap<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        settled.put(YearMonth.parse(rows.getString(1)), rows.getLong(2));
                    }
                }
                return settled;
            }
        });
    }

    /** The earliest completed line nobody asked money back for. */
    Optional<OrderLine> firstKept(UUID store) {
        return on(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIRST_KEPT)) {
                select.setString(1, county.id());
                select.setObject(2, store);
                return lines(select).stream().findFirst();
            }
        });
    }

    /** Whether it is the first to be noted. */
    boolean noteFirst(UUID store, UUID imported, OrderLine line) {
        return on(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(NOTE_FIRST)) {
                insert.setString(1, county.id());
                insert.setObject(2, store);
                insert.setString(3, line.platform().name());
                insert.setString(4, line.orderNo());
                insert.setString(5, line.itemNo());
                insert.setTimestamp(6, Timestamp.from(line.orderedAt()));
                insert.setObject(7, imported);
                return insert.executeUpdate() == 1;
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }

    private static Object[] column(Collection<OrderLine> lines, Function<OrderLine, ?> value) {
        return lines.stream().map(value).toArray();
    }

    private static List<List<OrderLine>> batches(List<OrderLine> lines) {
        List<List<OrderLine>> batches = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            batches.add(lines.subList(from, Math.min(from + BATCH, lines.size())));
        }
        return batches;
    }

    private static List<OrderLine> lines(PreparedStatement select) throws SQLException {
        List<OrderLine> lines = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lines.add(line(rows));
            }
        }
        return lines;
    }

    private static OrderLine line(ResultSet row) throws SQLException {
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
}
