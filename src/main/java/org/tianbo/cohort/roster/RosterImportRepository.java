package org.tianbo.cohort.roster;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RosterImportRepository implements PanacheRepositoryBase<RosterImport, UUID> {

    List<RosterImport> ofCohort(UUID cohort) {
        return list("cohort = ?1 order by id desc", cohort);
    }
}
