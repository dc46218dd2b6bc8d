package org.tianbo.privacy.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.privacy.PrivacyConfig;

/** Each night, and some time after a start: until then replicas of the version before may still serve. */
@Singleton
class PhoneSealingSchedule extends CountySchedule {

    private final PrivacyConfig config;

    PhoneSealingSchedule(PrivacyConfig config, CountyIds counties, Jobs jobs) {
        super("privacy.phone-sealing.schedule", config.phoneSealing(), PhoneSealing.NAME, counties, jobs);
        this.config = config;
    }

    void afterStart(@Observes StartupEvent started) {
        alsoIn(config.catchUpAfterStart());
    }
}
