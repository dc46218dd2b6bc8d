package org.tianbo.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MentorshipRepository implements PanacheRepositoryBase<Mentorship, UUID> {

    boolean exists(UUID mentor, UUID trainee) {
        return count("mentor = ?1 and trainee = ?2", mentor, trainee) > 0;
    }

    List<UUID> mentorsOf(UUID trainee) {
        return find("trainee", trainee).stream()
                .map(mentorship -> mentorship.mentor)
                .toList();
    }
}
