package org.tianbo.store.hosts;

import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.store.StoreConfig;

/** Each night. */
@Singleton
class HostedSalesSchedule extends CountySchedule {

    HostedSalesSchedule(StoreConfig config, CountyIds counties, Jobs jobs) {
        super("store.hosted-sales-check", config.hostedSalesCheck(), HostedSalesRecount.NAME, counties, jobs);
    }
}
