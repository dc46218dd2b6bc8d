package org.tianbo.cohort.enrolment;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares enrolments with the milestones. */
@Singleton
class EnrolmentReconciliationSchedule extends CountySchedule {

    EnrolmentReconciliationSchedule(CohortConfig config, CountyIds counties, Jobs jobs) {
        super("cohort.enrolments-check", config.enrolmentsCheck(), EnrolmentReconciliation.NAME, counties, jobs);
    }
}
