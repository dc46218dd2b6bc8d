package org.tianbo.attendance.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ClassSessionRepository implements PanacheRepositoryBase<ClassSession, UUID> {

    List<ClassSession> ofClass(UUID cohort) {
        return list("cohort = ?1 order by beginsAt, id", cohort);
    }

    /** Those of these classes that end after the one time and begin before the other. */
    List<ClassSession> ofClasses(Collection<UUID> cohorts, Instant after, Instant before) {
        return cohorts.isEmpty()
                ? List.of()
                : list("cohort in ?1 and endsAt > ?2 and beginsAt < ?3 order by beginsAt, id", cohorts, after, before);
    }

    /** Those of the county that end after the one time and begin before the other. */
    List<ClassSession> between(Instant after, Instant before) {
        return list("endsAt > ?1 and beginsAt < ?2 order by beginsAt, id", after, before);
    }

    List<SessionChange> changes(UUID session) {
        return getEntityManager()
                .createQuery("from SessionChange c where c.session = :session order by c.id", SessionChange.class)
                .setParameter("session", session)
                .getResultList();
    }
}
