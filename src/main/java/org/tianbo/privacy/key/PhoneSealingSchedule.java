package org.tianbo.privacy.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.privacy.PrivacyConfig;

/**
 * Each night, and some time after a start: until then replicas of the version before may still serve. While the master
 * key is changed, the keys of people are wrapped anew with it.
 */
@Singleton
class PhoneSealingSchedule extends CountySchedule {

    private final PrivacyConfig config;

    PhoneSealingSchedule(PrivacyConfig config, MasterKeys keys, CountyIds counties, Jobs jobs) {
        super("privacy.phone-sealing.schedule", config.phoneSealing(), job(keys), counties, jobs);
        this.config = config;
    }

    void afterStart(@Observes StartupEvent started) {
        alsoIn(config.catchUpAfterStart());
    }

    /** The rotation seals the numbers too, but does nothing without a second key that is another one. */
    static String job(MasterKeys keys) {
        return keys.second().isPresent() ? KeyRotation.NAME : PhoneSealing.NAME;
    }
}
