package org.tianbo.store.orders;

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
import org.hibernate.Session;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.Platform;
import org.tianbo.store.income.SettledIncome;
import org.tianbo.store.orderfile.OrderLine;

/** Order lines by thousands: whole files are read and written by a handful of statements. */
@ApplicationScoped
class OrderLineRepository implements SettledIncome {

    private static final String ORDERS = "select l.store, d.decided is not null as decided, " + OrderLineColumns.READ
            + """
            from unnest(?::text[]) as asked (order_no)
            join order_lines l on l.county = ? and l.platform = ? and l.order_no = asked.order_no
            left join lateral (select true as decided from order_decisions d where d.county = l.county
                and d.platform = l.platform and d.order_no = l.order_no limit 1) d on true
            """;

    private static final String PUT = "insert into order_lines " + OrderLineColumns.INSERTED;

    private static final String BETWEEN = "select " + OrderLineColumns.READ
            + """
            from order_lines l
            where l.county = ? and l.store = ? and l.ordered_at >= ? and l.ordered_at < ?
            """;

    private static final String FIRST_COUNTED = "select " + OrderLineColumns.READ
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

    private final EntityManager entities;
    private final CurrentCounty county;

    OrderLineRepository(EntityManager entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** Until the transaction ends nobody else brings orders into this county. */
    void lockImports() {
        AdvisoryLocks.hold(entities, "orders of " + county.id());
    }

    /** Those of the orders that the county knows, by number, whichever store they count in. */
    Map<String, KnownOrder> known(Platform platform, Collection<String> orderNos) {
        Map<String, KnownOrder> known = new HashMap<>();
        for (List<String> batch : OrderLineColumns.batches(orderNos)) {
            on(connection -> {
                try (PreparedStatement select = connection.prepareStatement(ORDERS)) {
                    select.setArray(1, Jdbc.array(connection, "text", batch, orderNo -> orderNo));
                    select.setString(2, county.id());
                    select.setString(3, platform.name());
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            add(known, rows);
                        }
                    }
                    return null;
                }
            });
        }
        return known;
    }

    private static void add(Map<String, KnownOrder> known, ResultSet row) throws SQLException {
        UUID store = row.getObject("store", UUID.class);
        boolean decided = row.getBoolean("decided");
        OrderLine line = OrderLineColumns.line(row);
        known.computeIfAbsent(line.orderNo(), any -> new KnownOrder(store, decided, new ArrayList<>()))
                .lines()
                .add(line);
    }

    /** Adds the lines, in place of those of the same key. */
    void put(UUID store, UUID imported, List<OrderLine> lines) {
        for (List<OrderLine> batch : OrderLineColumns.batches(lines)) {
            on(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(PUT)) {
                    insert.setString(1, county.id());
                    insert.setObject(2, store);
                    insert.setObject(3, imported);
                    OrderLineColumns.set(insert, 4, batch);
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
                return OrderLineColumns.lines(select);
            }
        });
    }

    @Override
    public Map<YearMonth, Long> settledByMonth(UUID store) {
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
    Optional<OrderLine> firstCounted(UUID store) {
        return on(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIRST_COUNTED)) {
                select.setString(1, county.id());
                select.setObject(2, store);
                return OrderLineColumns.lines(select).stream().findFirst();
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

    private <T> T on(Jdbc.Work<Connection, T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }
}
