package org.tianbo.cohort.outcome;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tianbo.cohort.ClassDaysChanged;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.settings.SettingChanged;

/**
 * Compares the incomes of a county's classes with what is recorded, a page of trainees in a transaction, and counts
 * anew those who differ: rounds that have become due since are added. Then what is counted of the whole county is
 * compared with its incomes. Whatever was counted wrongly is put right, logged and counted by the meters.
 */
@ApplicationScoped
class IncomeRecount implements Job {

    static final String NAME = "cohort.income-recount";

    private static final Logger LOG = Logger.getLogger(IncomeRecount.class);
    private static final int AT_ONCE = 1_000;

    private static final String NEXT =
            "select trainee from enrolments where county = ? and cohort = ? and trainee > ? order by trainee limit ?";

    private static final String RECOUNT_COUNTY = "select recount_incomes(?)";

    private final RoundIncomes incomes;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Jobs jobs;
    private final Counter differences;
    private final Counter differingSums;

    IncomeRecount(
            RoundIncomes incomes,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Jobs jobs,
            MeterRegistry meters) {
        this.incomes = incomes;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.jobs = jobs;
        this.differences = meters.counter("tianbo.derived.differences", "table", "round_incomes");
        this.differingSums = meters.counter("tianbo.derived.differences", "table", "income_counts");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Other months are due by the county's new ones. */
    void roundsChanged(@Observes SettingChanged changed) {
        if (changed.key().equals(CohortSettings.FOLLOW_UP)) {
            jobs.enqueue(NAME, changed.at().toString(), changed.county());
        }
    }

    /** Rounds are due by the class's last day. */
    void daysChanged(@Observes ClassDaysChanged changed) {
        jobs.enqueue(NAME, changed.cohort() + " " + changed.at(), changed.county());
    }

    /** @param id of no meaning: it is done for the county as which it runs */
    @Override
    public void run(String id) {
        for (UUID cohort : cohorts()) {
            try {
                recount(cohort);
            } catch (RuntimeException broken) {
                LOG.errorf(broken, "The incomes of class %s cannot be counted anew", cohort);
            }
        }
        recountCounty();
    }

    /** @return how many sums of the county were wrong */
    int recountCounty() {
        int wrong = writes.returning(RECOUNT_COUNTY, row -> row.getInt(1), county.id())
                .get(0);
        differingSums.increment(wrong);
        if (wrong > 0) {
            LOG.warnf("%d sums of incomes of %s were wrong and were put right", wrong, county.id());
        }
        return wrong;
    }

    /** @return how many were counted wrongly */
    int recount(UUID cohort) {
        AtomicInteger wrong = new AtomicInteger();
        KeysetPages.forEach(after -> {
            List<UUID> page =
                    reads.rows(NEXT, row -> row.getObject(1, UUID.class), county.id(), cohort, after, AT_ONCE);
            if (page.isEmpty()) {
                return null;
            }
            List<UUID> differing = incomes.differing(cohort, page);
            if (!differing.isEmpty()) {
                int mended = incomes.count(cohort, differing);
                differences.increment(mended);
                wrong.addAndGet(mended);
            }
            return page.get(page.size() - 1);
        });
        if (wrong.get() > 0) {
            LOG.warnf("%d incomes of class %s were counted wrongly and are counted anew", wrong.get(), cohort);
        }
        return wrong.get();
    }

    /** The next round counts again. */
    @Override
    public void onExhausted(String id) {
        LOG.error("The incomes of a county were not counted anew");
    }

    private List<UUID> cohorts() {
        return reads.rows(
                "select id from cohorts where county = ? order by id",
                row -> row.getObject(1, UUID.class),
                county.id());
    }
}
