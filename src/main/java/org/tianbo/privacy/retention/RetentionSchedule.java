package org.tianbo.privacy.retention;

import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.privacy.PrivacyConfig;

/** Each night. */
@Singleton
class RetentionSchedule extends CountySchedule {

    RetentionSchedule(PrivacyConfig config, CountyIds counties, Jobs jobs) {
        super("privacy.retention.schedule", config.retention(), RetentionJob.NAME, counties, jobs);
    }
}
