package org.tianbo.cohort.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.people.Counties;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;

/** Each night hands in the reconciliation of who was last active when, a job for each county. */
@ApplicationScoped
class ActivityReconciliationSchedule implements RecurringJob {

    private final Counties counties;
    private final Jobs jobs;
    private final CohortConfig config;

    ActivityReconciliationSchedule(Counties counties, Jobs jobs, CohortConfig config) {
        this.counties = counties;
        this.jobs = jobs;
        this.config = config;
    }

    @Override
    public String name() {
        return "cohort.activity-check";
    }

    @Override
    public String schedule() {
        return config.activityCheck();
    }

    @Override
    public void run() {
        counties.ids().forEach(county -> jobs.enqueue(ActivityReconciliation.NAME, county, county));
    }
}
