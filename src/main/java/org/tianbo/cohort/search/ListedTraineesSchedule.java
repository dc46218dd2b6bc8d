package org.tianbo.cohort.search;

import jakarta.inject.Singleton;
import org.tianbo.cohort.CohortConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night compares the list of a county's trainees with its people. */
@Singleton
class ListedTraineesSchedule extends CountySchedule {

    ListedTraineesSchedule(CohortConfig config, CountyIds counties, Jobs jobs) {
        super("cohort.listed-trainees-check", config.listedTraineesCheck(), ListedTrainees.NAME, counties, jobs);
    }
}
