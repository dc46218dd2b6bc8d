package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.waiting.WorkScope;

/** Keeps what a coordinator reads to the villages that they were given. */
@ApplicationScoped
class SeenVillages {

    private final StaffVillages staff;
    private final Clock clock;

    SeenVillages(StaffVillages staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /** A condition of SQL as {@link WorkScope#only} has it, for whoever is signed in. */
    String only(String county, String person) {
        StaffVillages.Villages mine = staff.mine();
        Optional<Set<UUID>> villages = mine.all() ? Optional.empty() : Optional.of(mine.ids());
        return new WorkScope(villages, clock.instant(), clock.instant()).only(county, person);
    }
}
