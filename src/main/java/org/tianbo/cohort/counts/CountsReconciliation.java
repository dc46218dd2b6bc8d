package org.tianbo.cohort.counts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.time.Zones;

/**
 * Counts a county anew from its milestones, and says where what was counted as people went along differs: class by
 * class, first the sums, then each trainee, a page in a transaction. What differs is logged and counted by the meter
 * before it is put right. So is whoever moved house at the very moment of being enrolled: until then they count where
 * they lived before. Months that are over since are counted first, of all classes or of none, so that a month of the
 * county never is that of some of its classes.
 */
@ApplicationScoped
class CountsReconciliation implements Job {

    static final String NAME = "cohort.counts-reconciliation";

    private static final Logger LOG = Logger.getLogger(CountsReconciliation.class);
    private static final int AT_ONCE = 1_000;

    private static final String NEXT =
            """
            select e.trainee from enrolments e where e.county = :county and e.cohort = :cohort and e.trainee > :after
            order by e.trainee
            """;

    private static final String MONTHS =
            "select count_months(county, id, :month) from cohorts where county = :county order by id";

    private final EntityManager entities;
    private final Clock clock;
    private final Counter differingTrainees;
    private final Counter differingSums;
    private final Counter differingDays;

    CountsReconciliation(EntityManager entities, Clock clock, MeterRegistry meters) {
        this.entities = entities;
        this.clock = clock;
        this.differingTrainees = meters.counter("tianbo.derived.differences", "table", "counted_trainees");
        this.differingSums = meters.counter("tianbo.derived.differences", "table", "stage_counts");
        this.differingDays = meters.counter("tianbo.derived.differences", "table", "county_stage_days");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        alone("The months", county, () -> QuarkusTransaction.requiringNew().run(() -> months(county)));
        for (UUID cohort : QuarkusTransaction.requiringNew().call(() -> cohorts(county))) {
            alone("The class " + cohort, county, () -> {
                QuarkusTransaction.requiringNew().run(() -> sums(county, cohort));
                KeysetPages.forEach(after -> trainees(county, cohort, after));
            });
        }
        alone("The days", county, () -> QuarkusTransaction.requiringNew().run(() -> days(county)));
    }

    /** A class that cannot be counted must not keep the others from being counted, tonight and every night. */
    private static void alone(String what, String county, Runnable count) {
        try {
            count.run();
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "%s of %s cannot be counted anew", what, county);
        }
    }

    /** The next night counts again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("The trainees of %s were not counted anew", county);
    }

    private void sums(String county, UUID cohort) {
        long differences = NativeQueries.<Integer>ofOneColumn(entities, "select recount_class(:county, :cohort)")
                .setParameter("county", county)
                .setParameter("cohort", cohort)
                .getSingleResult();
        differingSums.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d sums of class %s differed from its trainees and were put right", differences, cohort);
        }
    }

    private void days(String county) {
        long differences = NativeQueries.<Integer>ofOneColumn(entities, "select recount_county_days(:county)")
                .setParameter("county", county)
                .getSingleResult();
        differingDays.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d sums of days of %s differed from its trainees and were put right", differences, county);
        }
    }

    /** @return the last of the page; null when there is none */
    private UUID trainees(String county, UUID cohort, UUID after) {
        List<UUID> page = NativeQueries.<UUID>ofOneColumn(entities, NEXT)
                .setParameter("county", county)
                .setParameter("cohort", cohort)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (page.isEmpty()) {
            return null;
        }
        long differences = NativeQueries.<Integer>ofOneColumn(
                        entities, "select count_trainees(:county, :cohort, :trainees)")
                .setParameter("county", county)
                .setParameter("cohort", cohort)
                .setParameter("trainees", page.toArray(UUID[]::new), UUID[].class)
                .getSingleResult();
        differingTrainees.increment(differences);
        if (differences > 0) {
            LOG.warnf("%d trainees of class %s were counted wrongly and are counted anew", differences, cohort);
        }
        return page.get(page.size() - 1);
    }

    /** A month that is over is counted once, of all classes together. */
    private void months(String county) {
        NativeQueries.<Integer>ofOneColumn(entities, MONTHS)
                .setParameter("county", county)
                .setParameter(
                        "month", YearMonth.now(clock.withZone(Zones.SHANGHAI)).atDay(1))
                .getResultList();
    }

    private List<UUID> cohorts(String county) {
        return NativeQueries.<UUID>ofOneColumn(entities, "select id from cohorts where county = :county order by id")
                .setParameter("county", county)
                .getResultList();
    }
}
