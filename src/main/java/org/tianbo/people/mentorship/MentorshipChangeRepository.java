package org.tianbo.people.mentorship;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MentorshipChangeRepository implements PanacheRepositoryBase<MentorshipChange, UUID> {

    List<MentorshipChange> ofBatch(UUID batch) {
        return list("batch = ?1 order by id", batch);
    }

    boolean undone(UUID batch) {
        return count("undoes", batch) > 0;
    }
}
