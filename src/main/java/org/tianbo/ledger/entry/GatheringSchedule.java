package org.tianbo.ledger.entry;

import jakarta.inject.Singleton;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares the ledgers with what there is. */
@Singleton
class GatheringSchedule extends CountySchedule {

    GatheringSchedule(LedgerConfig config, CountyIds counties, Jobs jobs) {
        super("ledger.gathering.schedule", config.gathering(), Gathering.NAME, counties, jobs);
    }
}
