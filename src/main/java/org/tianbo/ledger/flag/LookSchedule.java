package org.tianbo.ledger.flag;

import jakarta.inject.Singleton;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night looks for odd things in all counties. */
@Singleton
class LookSchedule extends CountySchedule {

    LookSchedule(LedgerConfig config, CountyIds counties, Jobs jobs) {
        super("ledger.flags.schedule", config.flags(), LookForOddThings.NAME, counties, jobs);
    }
}
