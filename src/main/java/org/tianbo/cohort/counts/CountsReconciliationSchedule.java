package org.tianbo.cohort.counts;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares the counts with the milestones. */
@Singleton
class CountsReconciliationSchedule extends CountySchedule {

    CountsReconciliationSchedule(CohortConfig config, CountyIds counties, Jobs jobs) {
        super("cohort.counts-check", config.countsCheck(), CountsReconciliation.NAME, counties, jobs);
    }
}
