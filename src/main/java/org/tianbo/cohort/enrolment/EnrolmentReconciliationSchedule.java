package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.people.Counties;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;

/** Each night hands in the reconciliation of enrolments with the milestones, a job for each county. */
@ApplicationScoped
class EnrolmentReconciliationSchedule implements RecurringJob {

    private final Counties counties;
    private final Jobs jobs;
    private final CohortConfig config;

    EnrolmentReconciliationSchedule(Counties counties, Jobs jobs, CohortConfig config) {
        this.counties = counties;
        this.jobs = jobs;
        this.config = config;
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
        counties.ids().forEach(county -> jobs.enqueue(EnrolmentReconciliation.NAME, county, county));
    }
}
