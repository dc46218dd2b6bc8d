package org.tianbo.privacy.known;

import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.privacy.PrivacyConfig;

/** Each night, after what is kept no longer is removed. */
@Singleton
class CountsSchedule extends CountySchedule {

    CountsSchedule(PrivacyConfig config, CountyIds counties, Jobs jobs) {
        super("privacy.counts.schedule", config.counts(), CountsJob.NAME, counties, jobs);
    }
}
