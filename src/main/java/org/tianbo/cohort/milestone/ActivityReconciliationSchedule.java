package org.tianbo.cohort.milestone;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares when trainees were last active with what they did. */
@Singleton
class ActivityReconciliationSchedule extends CountySchedule {

    ActivityReconciliationSchedule(CohortConfig config, CountyIds counties, Jobs jobs) {
        super("cohort.activity-check", config.activityCheck(), ActivityReconciliation.NAME, counties, jobs);
    }
}
