package org.tianbo.cohort.roster;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RosterImportRepository implements PanacheRepositoryBase<RosterImport, UUID> {

    /** The latest first, ids being given in the order of time: this one and those before it. */
    List<RosterImport> from(UUID cohort, UUID first, int most) {
        return find("cohort = ?1 and id <= ?2 order by id desc", cohort, first)
                .page(0, most)
                .list();
    }
}
