package org.tianbo.privacy.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyConfig;

/** Each night, and some time after a start, which may be the first one since a backup came back. */
@Singleton
class ErasureReplaySchedule extends CountySchedule {

    private final PrivacyConfig config;
    private final CountyIds counties;
    private final Jobs jobs;
    private final CurrentCounty current;
    private final Clock clock;

    ErasureReplaySchedule(PrivacyConfig config, CountyIds counties, Jobs jobs, CurrentCounty current, Clock clock) {
        super("privacy.erasure-replay.schedule", config.erasureReplay(), ErasureReplay.NAME, counties, jobs);
        this.config = config;
        this.counties = counties;
        this.jobs = jobs;
        this.current = current;
        this.clock = clock;
    }

    void afterStart(@Observes StartupEvent started) {
        Instant due = clock.instant().plus(config.catchUpAfterStart());
        current.as(CurrentCounty.ROOT, counties::ids)
                .forEach(county -> jobs.enqueue(ErasureReplay.NAME, county, county, due));
    }
}
