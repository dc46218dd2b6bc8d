package org.tianbo.people.mentorship;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MentorshipChangeRepository implements PanacheRepositoryBase<MentorshipChange, UUID> {

    List<MentorshipChange> ofPress(UUID press) {
        return list("press = ?1 order by id", press);
    }

    boolean undone(UUID press) {
        return count("undoes", press) > 0;
    }
}
