package org.tianbo.people.staff;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;

/** Each night, and at once where a version before did not write down who works for a county. */
@Singleton
class StaffAdoptionSchedule extends CountySchedule {

    private final StaffRepository staff;
    private final CurrentCounty county;
    private final Jobs jobs;

    StaffAdoptionSchedule(
            PeopleConfig config, CountyIds counties, Jobs jobs, StaffRepository staff, CurrentCounty county) {
        super("people.staff-adoption-round", config.staffAdoption(), StaffAdoption.NAME, counties, jobs);
        this.staff = staff;
        this.county = county;
        this.jobs = jobs;
    }

    void atOnce(@Observes StartupEvent started) {
        List<String> counties = county.as(CurrentCounty.ROOT, staff::countiesWithout);
        counties.forEach(id -> jobs.enqueue(StaffAdoption.NAME, id, id));
    }
}
