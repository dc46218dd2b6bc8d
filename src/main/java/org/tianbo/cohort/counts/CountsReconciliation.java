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
import org.tianbo.mentoring.MentorLoads;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.time.Zones;

/**
 * Counts a county anew from its milestones, and says where what was counted as people went along differs: class by
 * class, first the sums, then each trainee, a page in a transaction, then what they answered; at last what is counted
 * of the whole county, by day, village and mentor. What differs is logged and counted by the meter before it is put
 * right. So is whoever moved house at the very moment of being enrolled: until then they count where they lived before.
 * Months that are over since are counted first, of all classes or of none, so that a month of the county never is that
 * of some of its classes.
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
    private final MentorLoads mentors;
    private final Clock clock;
    private final Counter differingTrainees;
    private final Counter differingSums;
    private final Counter differingDays;
    private final Counter differingVillages;
    private final Counter differingMentors;
    private final Counter differingAnswers;

    CountsReconciliation(EntityManager entities, MentorLoads mentors, Clock clock, MeterRegistry meters) {
        this.entities = entities;
        this.mentors = mentors;
        this.clock = clock;
        this.differingTrainees = meters.counter("tianbo.derived.differences", "table", "counted_trainees");
        this.differingSums = meters.counter("tianbo.derived.differences", "table", "stage_counts");
        this.differingDays = meters.counter("tianbo.derived.differences", "table", "county_stage_days");
        this.differingVillages = meters.counter("tianbo.derived.differences", "table", "village_counts");
        this.differingMentors = meters.counter("tianbo.derived.differences", "table", "mentor_trainees");
        this.differingAnswers = meters.counter("tianbo.derived.differences", "table", "satisfaction_counts");
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
                QuarkusTransaction.requiringNew().run(() -> answers(county, cohort));
            });
        }
        alone("The days", county, () -> QuarkusTransaction.requiringNew().run(() -> days(county)));
        alone("The villages", county, () -> QuarkusTransaction.requiringNew().run(() -> villages(county)));
        alone("The mentors", county, () -> QuarkusTransaction.requiringNew().run(() -> mentors(county)));
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
        report(
                ofClass("select recount_class(:county, :cohort)", county, cohort),
                differingSums,
                "%d sums of class " + cohort + " differed from its trainees and were put right");
    }

    private void answers(String county, UUID cohort) {
        report(
                ofClass("select count_satisfaction(:county, :cohort)", county, cohort),
                differingAnswers,
                "What class " + cohort + " answered in %d rounds was counted wrongly and is counted anew");
    }

    private void days(String county) {
        report(
                ofCounty("select recount_county_days(:county)", county),
                differingDays,
                "%d sums of days of " + county + " differed from its trainees and were put right");
    }

    private void villages(String county) {
        report(
                ofCounty("select recount_villages(:county)", county),
                differingVillages,
                "%d villages of " + county + " differed from their trainees and were put right");
    }

    private void mentors(String county) {
        report(
                mentors.recount(),
                differingMentors,
                "The trainees of %d mentors of " + county + " were counted wrongly and are counted anew");
    }

    private int ofCounty(String recount, String county) {
        return NativeQueries.<Integer>ofOneColumn(entities, recount)
                .setParameter("county", county)
                .getSingleResult();
    }

    private int ofClass(String recount, String county, UUID cohort) {
        return NativeQueries.<Integer>ofOneColumn(entities, recount)
                .setParameter("county", county)
                .setParameter("cohort", cohort)
                .getSingleResult();
    }

    private static void report(int differences, Counter counter, String words) {
        counter.increment(differences);
        if (differences > 0) {
            LOG.warnf(words, differences);
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
