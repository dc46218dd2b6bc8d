package org.tianbo.cohort.joining;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.AdvisoryLocks;

@ApplicationScoped
class DoorRepository implements PanacheRepositoryBase<ClassDoor, UUID> {

    /** The class's, unless somebody closed it; its day may have passed. */
    Optional<ClassDoor> ofClass(UUID cohort) {
        return find("cohort = ?1 and closedAt is null", cohort).firstResultOptional();
    }

    /** Two who open it at once: the later one waits, and finds it open. */
    void lock(UUID cohort) {
        AdvisoryLocks.hold(getEntityManager(), "door of " + cohort);
    }
}
