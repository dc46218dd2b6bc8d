package org.tianbo.cohort.enrolment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;

/**
 * Who left a class and how far each has come is stored twice: as milestones, from which all counts are read, and on the
 * enrolment, by which people are found. The milestones are authoritative; an enrolment that differs is counted and
 * corrected. A county's enrolments are gone through in the order of their ids, a page in a transaction.
 */
@ApplicationScoped
class EnrolmentReconciliation implements Job {

    static final String NAME = "cohort.enrolment-reconciliation";

    private static final Logger LOG = Logger.getLogger(EnrolmentReconciliation.class);
    private static final int AT_ONCE = 1_000;

    /** The last milestone of a page's enrolments, by its key. */
    private static final String MEND =
            """
            update enrolments stored
            set left_at = recorded.left_at, left_reason = recorded.left_reason, stage = recorded.stage
            from (
                select e.id, m.at as left_at, m.reason as left_reason, %s as stage
                from enrolments e
                left join lateral (
                    select last.change, last.at, last.reason from milestones last
                    where last.county = e.county and last.cohort = e.cohort and last.trainee = e.trainee
                        and last.stage = 'ENROLLED'
                    order by last.ordinal desc limit 1
                ) as m on m.change = 'LOST'
                where e.county = :county and e.id > :after and e.id <= :through
            ) as recorded
            where stored.county = :county and recorded.id = stored.id
                and (stored.left_at, stored.left_reason, stored.stage)
                    is distinct from (recorded.left_at, recorded.left_reason, recorded.stage)
            """
                    .formatted(EnrolmentRepository.FURTHEST);

    private final EnrolmentRepository enrolments;
    private final EntityManager entities;
    private final Counter differing;

    EnrolmentReconciliation(EnrolmentRepository enrolments, EntityManager entities, MeterRegistry meters) {
        this.enrolments = enrolments;
        this.entities = entities;
        this.differing = meters.counter("tianbo.derived.differences", "table", "enrolments");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        KeysetPages.forEach(after -> mendAfter(county, after));
    }

    /** The next night compares again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("The enrolments of %s were not compared with the milestones", county);
    }

    /** @return the last of the page; null when there is none */
    private UUID mendAfter(String county, UUID after) {
        List<UUID> page = enrolments.idsAfter(after, AT_ONCE);
        if (page.isEmpty()) {
            return null;
        }
        UUID through = page.get(page.size() - 1);
        int differences = entities.createNativeQuery(MEND)
                .setParameter("county", county)
                .setParameter("after", after)
                .setParameter("through", through)
                .executeUpdate();
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d enrolments differed from the milestones and were put right", differences);
        }
        return through;
    }
}
