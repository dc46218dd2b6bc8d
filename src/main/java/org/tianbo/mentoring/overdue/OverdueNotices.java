package org.tianbo.mentoring.overdue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.tianbo.mentoring.MentoringConfig;
import org.tianbo.platform.jobs.RecurringJob;

/** Tells the counties' offices of attempts that nobody graded in time: once each, whichever replica notices first. */
@ApplicationScoped
class OverdueNotices implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(OverdueNotices.class);

    private static final String REPORT =
            """
            insert into overdue_notices (county, id, review, told_at)
            select county, gen_random_uuid(), id, :now from reviews where state in ('WAITING', 'CLAIMED') and due_at \
            <= :now
            on conflict (county, review) do nothing
            """;

    private final EntityManager entities;
    private final MentoringConfig config;
    private final Clock clock;

    OverdueNotices(EntityManager entities, MentoringConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mentoring.overdue-notices";
    }

    @Override
    public String schedule() {
        return config.overdueRounds();
    }

    @Override
    public void run() {
        int reported = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(REPORT)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate());
        if (reported > 0) {
            LOG.infof("%d attempts became overdue for their review", reported);
        }
    }
}
