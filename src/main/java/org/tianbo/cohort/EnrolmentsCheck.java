package org.tianbo.cohort;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Repeated;

/**
 * Who left a class stands twice: as an appended milestone, from which all counts are read, and on the enrolment, by which
 * people are found. The milestone is the fact; where the enrolment says otherwise, that is counted and put right.
 */
@ApplicationScoped
class EnrolmentsCheck implements Repeated {

    private static final Logger LOG = Logger.getLogger(EnrolmentsCheck.class);

    private static final String MEND =
            """
            update enrolments stands set left_at = told.left_at, left_reason = told.left_reason
            from (
                select e.county, e.id, m.at as left_at, m.reason as left_reason
                from enrolments e
                left join milestones m on m.county = e.county and m.cohort = e.cohort and m.trainee = e.trainee
                    and m.stage = 'ENROLLED' and m.change = 'LOST'
                    and m.ordinal = (
                        select max(last.ordinal) from milestones last
                        where last.county = e.county and last.cohort = e.cohort and last.trainee = e.trainee
                            and last.stage = 'ENROLLED')
            ) as told
            where told.county = stands.county and told.id = stands.id
                and (stands.left_at, stands.left_reason) is distinct from (told.left_at, told.left_reason)
            """;

    private final EntityManager entities;
    private final CohortConfig config;
    private final Counter differing;

    EnrolmentsCheck(EntityManager entities, CohortConfig config, MeterRegistry meters) {
        this.entities = entities;
        this.config = config;
        this.differing = meters.counter("tianbo.derived.differences", "table", "enrolments");
    }

    @Override
    public String name() {
        return "cohort.enrolments-check";
    }

    @Override
    public String schedule() {
        return config.enrolmentsCheck();
    }

    @Override
    public void run() {
        int differences = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(MEND).executeUpdate());
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d enrolments differed from the milestones and were put right", differences);
        }
    }
}
