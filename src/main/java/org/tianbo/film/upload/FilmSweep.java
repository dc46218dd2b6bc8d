package org.tianbo.film.upload;

import jakarta.inject.Singleton;
import org.tianbo.film.FilmConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night deletes uploads that nobody goes on with. */
@Singleton
class FilmSweep extends CountySchedule {

    FilmSweep(FilmConfig config, CountyIds counties, Jobs jobs) {
        super("film.unfinished", config.sweep(), FilmSweepJob.NAME, counties, jobs);
    }
}
