package org.tianbo.media.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Job;

/**
 * Counts again what a county's people have stored, and corrects running counts that are wrong: a page of people in a
 * transaction, in the order of their ids, and then the county as a whole.
 */
@ApplicationScoped
class UsageReconciliation implements Job {

    static final String NAME = "media.usage-reconciliation";

    private static final Logger LOG = Logger.getLogger(UsageReconciliation.class);
    private static final int AT_ONCE = 200;

    private final Session entities;
    private final Counter differing;

    UsageReconciliation(Session entities, MeterRegistry meters) {
        this.entities = entities;
        this.differing = meters.counter("tianbo.derived.differences", "table", "storage_usage");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        KeysetPages.forEach(after -> mendAfter(county, after));
        QuarkusTransaction.requiringNew()
                .run(() -> note(
                        "parts of the county's count",
                        NativeQueries.<Long>ofOneColumn(entities, "select recount_county_usage(:county)")
                                .setParameter("county", county)
                                .getSingleResult()));
    }

    /** The next night counts again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("What the people of %s keep was not counted anew", county);
    }

    /** @return the last of the page; null when there is none */
    private UUID mendAfter(String county, UUID after) {
        List<UUID> page = NativeQueries.<UUID>ofOneColumn(
                        entities, "select id from people where county = :county and id > :after order by id")
                .setParameter("county", county)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (page.isEmpty()) {
            return null;
        }
        note(
                "attempts and people",
                NativeQueries.<Long>ofOneColumn(entities, "select recount_usage(:county, :people)")
                        .setParameter("county", county)
                        .setParameter("people", page.toArray(UUID[]::new), UUID[].class)
                        .getSingleResult());
        return page.get(page.size() - 1);
    }

    private void note(String what, long differences) {
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf("Of what is stored, the counts of %d %s were wrong and were put right", differences, what);
        }
    }
}
