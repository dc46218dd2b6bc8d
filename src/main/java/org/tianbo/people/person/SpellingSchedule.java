package org.tianbo.people.person;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;

/** Each night compares how names are read with the names; at once where a version before did not know readings. */
@Singleton
class SpellingSchedule extends CountySchedule {

    private final PersonRepository people;
    private final CurrentCounty county;
    private final Jobs jobs;

    SpellingSchedule(
            PeopleConfig config, CountyIds counties, Jobs jobs, PersonRepository people, CurrentCounty county) {
        super("people.spelling", config.spellingCheck(), SpellingCheck.NAME, counties, jobs);
        this.people = people;
        this.county = county;
        this.jobs = jobs;
    }

    void atOnce(@Observes StartupEvent started) {
        List<String> counties = county.as(CurrentCounty.ROOT, people::countiesWithoutReadings);
        counties.forEach(id -> jobs.enqueue(SpellingCheck.NAME, id, id));
    }
}
