package org.tianbo.cohort.transfer;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CountyReads;

/** Each night, for whoever arrived and whose old county is not done yet: the job may have given up. */
@Singleton
class DepartureSchedule implements RecurringJob {

    private static final String UNFINISHED =
            "select county, id from transfers where side = 'OUT' and state = 'ACCEPTED' and left_at is null";

    private final CohortConfig config;
    private final CountyReads reads;
    private final Jobs jobs;

    DepartureSchedule(CohortConfig config, CountyReads reads, Jobs jobs) {
        this.config = config;
        this.reads = reads;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "cohort.departures";
    }

    @Override
    public String schedule() {
        return config.departures();
    }

    private record Unfinished(String county, UUID transfer) {}

    @Override
    public void run() {
        reads.rows(UNFINISHED, row -> new Unfinished(row.getString("county"), row.getObject("id", UUID.class)))
                .forEach(one -> jobs.enqueue(DepartureJob.NAME, one.transfer().toString(), one.county()));
    }
}
