package org.tianbo.privacy.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.privacy.PrivacyConfig;

/** Each night, and some time after a start, which may be the first one since a backup came back. */
@Singleton
class ErasureReplaySchedule extends CountySchedule {

    private final PrivacyConfig config;

    ErasureReplaySchedule(PrivacyConfig config, CountyIds counties, Jobs jobs) {
        super("privacy.erasure-replay.schedule", config.erasureReplay(), ErasureReplay.NAME, counties, jobs);
        this.config = config;
    }

    void afterStart(@Observes StartupEvent started) {
        alsoIn(config.catchUpAfterStart());
    }
}
