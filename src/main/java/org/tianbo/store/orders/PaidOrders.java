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
import org.tianbo.platform.security.CountyReads;
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

    private static final String ANY =
            """
            select exists (
                select from stores s join order_lines l on l.county = s.county and l.store = s.id
                where s.county = ? and s.trainee = ? and l.state not in ('UNPAID', 'CLOSED'))
            """;

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    PaidOrders(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
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

    @Override
    public boolean hasOrdered(UUID trainee) {
        return reads.rows(ANY, row -> row.getBoolean(1), county.id(), trainee).get(0);
    }
}
