package org.tianbo.store.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.LastOrders;

/** Reads from the end of each store's orders, by the index of their times. */
@ApplicationScoped
class PaidOrders implements LastOrders {

    /** Paid as {@link org.tianbo.store.orderfile.OrderLine#paid} has it. */
    private static final String LAST =
            """
            select s.trainee, last.ordered_at from stores s
            cross join lateral (
                select l.ordered_at from order_lines l
                where l.county = s.county and l.store = s.id and l.state not in ('UNPAID', 'CLOSED')
                order by l.ordered_at desc limit 1) as last
            where s.county = :county and s.trainee = any(:trainees)
            """;

    private final Session entities;
    private final CurrentCounty county;

    PaidOrders(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    @Override
    @Transactional
    public Map<UUID, Instant> lastOrdered(Collection<UUID> trainees) {
        return NativeQueries.ofColumns(entities, LAST)
                .setParameter("county", county.id())
                .setParameter("trainees", trainees.toArray(UUID[]::new), UUID[].class)
                .addScalar("trainee", UUID.class)
                .addScalar("ordered_at", Instant.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
