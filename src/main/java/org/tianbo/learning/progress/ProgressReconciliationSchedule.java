package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.learning.LearningConfig;
import org.tianbo.people.Counties;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;

/** Each night hands in the reconciliation of what is derived from phones' records, a job for each county. */
@ApplicationScoped
class ProgressReconciliationSchedule implements RecurringJob {

    private final Counties counties;
    private final Jobs jobs;
    private final LearningConfig config;

    ProgressReconciliationSchedule(Counties counties, Jobs jobs, LearningConfig config) {
        this.counties = counties;
        this.jobs = jobs;
        this.config = config;
    }

    @Override
    public String name() {
        return "learning.standings-check";
    }

    @Override
    public String schedule() {
        return config.progressCheck();
    }

    @Override
    public void run() {
        counties.ids().forEach(county -> jobs.enqueue(ProgressReconciliation.NAME, county, county));
    }
}
