package org.tianbo.cohort.counts;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CountyReads;

/** Has folded, again and again, whatever changed; counties in which nothing did are left alone. */
@Singleton
class CountsFoldSchedule implements RecurringJob {

    /** Looks once a county by the key, however many changes wait. */
    private static final String CHANGED =
            """
            select c.id from counties c where exists (select 1 from count_changes x where x.county = c.id)
                or exists (select 1 from income_changes x where x.county = c.id) order by 1
            """;

    private final CohortConfig config;
    private final CountyReads reads;
    private final Jobs jobs;

    CountsFoldSchedule(CohortConfig config, CountyReads reads, Jobs jobs) {
        this.config = config;
        this.reads = reads;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "cohort.counts-fold-rounds";
    }

    @Override
    public String schedule() {
        return config.countsFold();
    }

    @Override
    public void run() {
        reads.rows(CHANGED, row -> row.getString(1)).forEach(county -> jobs.enqueue(CountsFold.NAME, county, county));
    }
}
