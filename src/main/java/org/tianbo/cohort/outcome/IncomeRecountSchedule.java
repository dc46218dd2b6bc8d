package org.tianbo.cohort.outcome;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Once a night, so that a round is counted on the day it is due. */
@Singleton
class IncomeRecountSchedule extends CountySchedule {

    IncomeRecountSchedule(CohortConfig config, CountyIds counties, Jobs jobs) {
        super("cohort.income-rounds", config.incomeRounds(), IncomeRecount.NAME, counties, jobs);
    }
}
