package org.tianbo.learning.progress;

import jakarta.inject.Singleton;
import org.tianbo.learning.LearningConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares trainees' progress with what their phones reported. */
@Singleton
class ProgressReconciliationSchedule extends CountySchedule {

    ProgressReconciliationSchedule(LearningConfig config, CountyIds counties, Jobs jobs) {
        super("learning.standings-check", config.progressCheck(), ProgressReconciliation.NAME, counties, jobs);
    }
}
