package org.tianbo.media.quota;

import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night counts again what is stored. */
@Singleton
class UsageReconciliationSchedule extends CountySchedule {

    UsageReconciliationSchedule(QuotaConfig config, CountyIds counties, Jobs jobs) {
        super("media.usage-check", config.usageCheck(), UsageReconciliation.NAME, counties, jobs);
    }
}
