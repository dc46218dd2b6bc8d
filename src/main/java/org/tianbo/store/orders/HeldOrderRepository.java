package org.tianbo.store.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.Platform;
import org.tianbo.store.orderfile.OrderLine;

/** Lines of orders that two stores have brought, and what was decided about them. */
@ApplicationScoped
class HeldOrderRepository {

    /** That bring one order; nobody decides among more at a time. */
    private static final int MOST_STORES = 100;

    private static final String PUT = "insert into held_order_lines " + OrderLineColumns.INSERTED;

    /** Orders waiting where the store has brought them first or second; decided ones wait no more. */
    private static final String WAITING =
            """
            select h.platform, h.order_no, c.store as counts_in, h.store as claimed_by, min(h.ordered_at) as ordered_at,
                string_agg(distinct h.product, '、') as products, sum(h.paid_fen - h.refunded_fen) as net_fen
            from held_order_lines h
            join lateral (select store from order_lines l where l.county = h.county and l.platform = h.platform
                and l.order_no = h.order_no limit 1) c on true
            where h.county = ? and ? in (h.store, c.store) %s
                and not exists (select 1 from order_decisions d where d.county = h.county and d.platform = h.platform
                    and d.order_no = h.order_no)
            group by h.platform, h.order_no, c.store, h.store
            order by min(h.ordered_at), h.order_no limit ?
            """;

    private static final String OF_ORDER = "and h.platform = ? and h.order_no = ?";

    private static final String HOLD_COUNTED =
            """
            insert into held_order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen, \
            refunded_fen,
                state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported, held_at)
            select county, store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen,
                state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported, ?::timestamptz
            from order_lines where county = ? and platform = ? and order_no = ?
            on conflict (county, store, platform, order_no, item_no) do nothing
            """;

    private static final String DROP_COUNTED =
            "delete from order_lines where county = ? and platform = ? and order_no = ?";

    private static final String COUNT_HELD =
            """
            insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen, \
            refunded_fen,
                state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)
            select county, store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen,
                state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported
            from held_order_lines where county = ? and platform = ? and order_no = ? and store = ?
            """;

    private static final String DROP_HELD =
            "delete from held_order_lines where county = ? and platform = ? and order_no = ? and store = ?";

    private static final String DECIDE =
            """
            insert into order_decisions (county, id, platform, order_no, store, reason, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final EntityManager entities;
    private final CurrentCounty county;

    HeldOrderRepository(EntityManager entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** An order that two stores have brought. */
    record Claim(
            Platform platform,
            String orderNo,
            UUID countsIn,
            UUID claimedBy,
            Instant orderedAt,
            String products,
            long netFen) {}

    void put(UUID store, UUID imported, List<OrderLine> lines) {
        for (List<OrderLine> batch : OrderLineColumns.batches(lines)) {
            on(PUT, insert -> {
                insert.setString(1, county.id());
                insert.setObject(2, store);
                insert.setObject(3, imported);
                OrderLineColumns.set(insert, 4, batch);
                return insert.executeUpdate();
            });
        }
    }

    /** The oldest first. */
    List<Claim> waiting(UUID store, int most) {
        return on(WAITING.formatted(""), select -> {
            select.setString(1, county.id());
            select.setObject(2, store);
            select.setInt(3, most);
            return claims(select);
        });
    }

    /** The claims of that order that wait at the store; several where more than two stores have brought it. */
    List<Claim> waiting(UUID store, Platform platform, String orderNo) {
        return on(WAITING.formatted(OF_ORDER), select -> {
            select.setString(1, county.id());
            select.setObject(2, store);
            select.setString(3, platform.name());
            select.setString(4, orderNo);
            select.setInt(5, MOST_STORES);
            return claims(select);
        });
    }

    private static List<Claim> claims(PreparedStatement select) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                claims.add(new Claim(
                        Platform.valueOf(rows.getString("platform")),
                        rows.getString("order_no"),
                        rows.getObject("counts_in", UUID.class),
                        rows.getObject("claimed_by", UUID.class),
                        rows.getTimestamp("ordered_at").toInstant(),
                        rows.getString("products"),
                        rows.getLong("net_fen")));
            }
        }
        return claims;
    }

    /** Lets the claimed lines count in place of those that counted so far, which are held instead. */
    void exchange(Claim claim, Instant now) {
        on(HOLD_COUNTED, hold -> {
            hold.setTimestamp(1, Timestamp.from(now));
            return order(hold, 2, claim).executeUpdate();
        });
        on(DROP_COUNTED, drop -> order(drop, 1, claim).executeUpdate());
        on(COUNT_HELD, count -> {
            count.setObject(4, claim.claimedBy());
            return order(count, 1, claim).executeUpdate();
        });
        on(DROP_HELD, drop -> {
            drop.setObject(4, claim.claimedBy());
            return order(drop, 1, claim).executeUpdate();
        });
    }

    void decide(Claim claim, UUID store, String reason, UUID by, Instant at) {
        on(DECIDE, insert -> {
            insert.setString(1, county.id());
            insert.setObject(2, Ids.next());
            insert.setString(3, claim.platform().name());
            insert.setString(4, claim.orderNo());
            insert.setObject(5, store);
            insert.setString(6, reason);
            insert.setObject(7, by);
            insert.setTimestamp(8, Timestamp.from(at));
            return insert.executeUpdate();
        });
    }

    private PreparedStatement order(PreparedStatement statement, int first, Claim claim) throws SQLException {
        statement.setString(first, county.id());
        statement.setString(first + 1, claim.platform().name());
        statement.setString(first + 2, claim.orderNo());
        return statement;
    }

    private <T> T on(String sql, Jdbc.Work<PreparedStatement, T> work) {
        return entities.unwrap(Session.class).doReturningWork((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            }
        });
    }
}
