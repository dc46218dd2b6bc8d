package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.interop.InteropConfig;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;

/**
 * Brings new statements to learning record stores, takes up what a failed job left, and forgets what was delivered long
 * ago.
 */
@ApplicationScoped
class DeliveryRounds implements RecurringJob {

    private static final String READY =
            """
            select c.county, c.id from connections c
            where c.state = 'ACTIVE' and (c.resume_at is null or c.resume_at <= cast(? as timestamptz))
                and (c.busy_until is null or c.busy_until <= cast(? as timestamptz))
                and (exists (select 1 from deliveries d where d.county = c.county and d.connection = c.id
                        and d.state = 'WAITING' and d.due_at <= cast(? as timestamptz))
                    or c.kind = 'LRS' and exists (select 1 from statements s where s.county = c.county
                        and (s.seq is null or s.seq > c.told_through)))
            """;

    private static final String FORGET = "delete from deliveries where ended_at < cast(? as timestamptz) returning id";

    /** What was recorded while somebody removed the connection. */
    private static final String FORGET_REMOVED =
            """
            delete from deliveries d using connections c
            where c.state = 'REMOVED' and d.county = c.county and d.connection = c.id and d.state = 'WAITING'
            returning d.id
            """;

    private static final String GIVE_UP =
            """
            update deliveries set state = 'GAVE_UP', ended_at = cast(? as timestamptz)
            where state = 'WAITING' and made_at < cast(? as timestamptz) returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final DeliveryTable table;
    private final InteropConfig config;
    private final Clock clock;

    DeliveryRounds(CountyReads reads, CountyWrites writes, DeliveryTable table, InteropConfig config, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    private record Ready(String county, UUID connection) {}

    @Override
    public String name() {
        return "interop.deliveries";
    }

    @Override
    public String schedule() {
        return config.round();
    }

    @Override
    @Transactional
    public void run() {
        Instant now = clock.instant();
        reads.rows(READY, DeliveryRounds::ready, now, now, now)
                .forEach(one -> table.goOn(one.connection(), one.county(), DeliveryJob.ON));
        writes.returning(GIVE_UP, row -> 1, now, now.minus(config.longestWait()));
        writes.returning(FORGET, row -> 1, now.minus(config.deliveryRetention()));
        writes.returning(FORGET_REMOVED, row -> 1);
    }

    private static Ready ready(ResultSet row) throws SQLException {
        return new Ready(row.getString("county"), row.getObject("id", UUID.class));
    }
}
