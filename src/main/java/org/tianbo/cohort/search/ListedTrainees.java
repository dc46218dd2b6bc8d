package org.tianbo.cohort.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Job;

/**
 * People are found in a table of their own, which PostgreSQL keeps as people and their enrolments change. Here it is
 * compared with both: a row that differs, is missing or is there for nobody is counted and put right. A county's people
 * are gone through in the order of their ids, a page in a transaction.
 */
@ApplicationScoped
class ListedTrainees implements Job {

    static final String NAME = "cohort.listed-trainees-reconciliation";

    private static final Logger LOG = Logger.getLogger(ListedTrainees.class);
    private static final int AT_ONCE = 1_000;

    /** Whoever should be listed, and whoever is. */
    private static final String NEXT =
            """
            select id from (
                (select distinct e.trainee as id from enrolments e
                    where e.county = :county and e.trainee > :after order by e.trainee limit :most)
                union
                (select l.person from listed_trainees l
                    where l.county = :county and l.person > :after order by l.person limit :most)) as either
            order by id limit :most
            """;

    private static final String LIST = "select list_trainees(:county, cast(:whom as uuid[]))";

    private final EntityManager entities;
    private final Counter differing;

    ListedTrainees(EntityManager entities, MeterRegistry meters) {
        this.entities = entities;
        this.differing = meters.counter("tianbo.derived.differences", "table", "listed_trainees");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        KeysetPages.forEach(after -> compareAfter(county, after));
    }

    /** The next night compares again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("The list of the trainees of %s was not compared with its people", county);
    }

    /** @return the last of the page; null when there is none */
    private UUID compareAfter(String county, UUID after) {
        List<UUID> page = NativeQueries.<UUID>ofOneColumn(entities, NEXT)
                .setParameter("county", county)
                .setParameter("after", after)
                .setParameter("most", AT_ONCE)
                .getResultList();
        if (page.isEmpty()) {
            return null;
        }
        int differences = NativeQueries.<Integer>ofOneColumn(entities, LIST)
                .setParameter("county", county)
                .setParameter("whom", page.toArray(UUID[]::new))
                .getSingleResult();
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d people were not listed as they are and were put right", differences);
        }
        return page.get(page.size() - 1);
    }
}
