package org.tianbo.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Ids;

@ApplicationScoped
class MentorshipRepository implements PanacheRepositoryBase<Mentorship, UUID> {

    boolean exists(UUID mentor, UUID trainee) {
        return count("mentor = ?1 and trainee = ?2", mentor, trainee) > 0;
    }

    /** @return false when it was so before */
    boolean give(UUID mentor, UUID trainee) {
        if (exists(mentor, trainee)) {
            return false;
        }
        Mentorship mentorship = new Mentorship();
        mentorship.id = Ids.next();
        mentorship.mentor = mentor;
        mentorship.trainee = trainee;
        persist(mentorship);
        return true;
    }

    /** @return false when it was so before */
    boolean take(UUID mentor, UUID trainee) {
        return delete("mentor = ?1 and trainee = ?2", mentor, trainee) > 0;
    }

    List<Mentorship> ofTrainees(Collection<UUID> trainees) {
        return list("trainee in ?1", trainees);
    }

    /** How many trainees each of these mentors has; whoever has none is absent. */
    Map<UUID, Integer> sizes(Collection<UUID> mentors) {
        return getEntityManager()
                .createQuery(
                        "select m.mentor, count(m) from Mentorship m where m.mentor in :mentors group by m.mentor",
                        Object[].class)
                .setParameter("mentors", mentors)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** Two officers who share out at once would give the same people twice; the later one waits instead. */
    void onePressAtATime(String county) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('mentors of ' || :county, 0))")
                .setParameter("county", county)
                .getSingleResult();
    }
}
