package org.tianbo.privacy.key;

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

/** Each night, and some time after a start: until then replicas of the version before may still serve. */
@Singleton
class PhoneSealingSchedule extends CountySchedule {

    private final PrivacyConfig config;
    private final CountyIds counties;
    private final Jobs jobs;
    private final CurrentCounty current;
    private final Clock clock;

    PhoneSealingSchedule(PrivacyConfig config, CountyIds counties, Jobs jobs, CurrentCounty current, Clock clock) {
        super("privacy.phone-sealing.schedule", config.phoneSealing(), PhoneSealing.NAME, counties, jobs);
        this.config = config;
        this.counties = counties;
        this.jobs = jobs;
        this.current = current;
        this.clock = clock;
    }

    void afterStart(@Observes StartupEvent started) {
        Instant due = clock.instant().plus(config.catchUpAfterStart());
        current.as(CurrentCounty.ROOT, counties::ids)
                .forEach(county -> jobs.enqueue(PhoneSealing.NAME, county, county, due));
    }
}
