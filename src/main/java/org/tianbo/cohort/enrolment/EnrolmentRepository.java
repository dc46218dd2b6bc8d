package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
public class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

    /** A phone that sends lesson by lesson writes a row once an hour, not once a lesson: idleness counts in days. */
    private static final String ACTIVE =
            """
            update enrolments set last_active_at = :at
            where county = :county and trainee = :trainee and last_active_at + interval '1 hour' < :at
            """;

    /** The trainee did something at that time, in whatever order it is told. */
    public void active(String county, UUID trainee, Instant at) {
        getEntityManager()
                .createNativeQuery(ACTIVE)
                .setParameter("county", county)
                .setParameter("trainee", trainee)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** When everybody ever on the roster last did something. */
    public Map<UUID, Instant> lastActive(UUID cohort) {
        return getEntityManager()
                .createQuery(
                        "select e.trainee, e.lastActiveAt from Enrolment e where e.cohort = :cohort", Object[].class)
                .setParameter("cohort", cohort)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /** The classes this trainee is in and has not left. */
    public List<UUID> cohortsOf(UUID trainee) {
        return getEntityManager()
                .createQuery(
                        "select e.cohort from Enrolment e where e.trainee = :trainee and e.leftAt is null", UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** The classes this trainee is or ever was in: who left stays in their numbers. */
    public List<UUID> everyCohortOf(UUID trainee) {
        return getEntityManager()
                .createQuery("select e.cohort from Enrolment e where e.trainee = :trainee", UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** The next enrolments of the county, of whatever class, in the order of their ids. */
    List<UUID> idsAfter(UUID last, int most) {
        return getEntityManager()
                .createQuery("select e.id from Enrolment e where e.id > :last order by e.id", UUID.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /** Everyone ever on the roster. */
    public Set<UUID> traineesOf(UUID cohort) {
        return new HashSet<>(getEntityManager()
                .createQuery("select e.trainee from Enrolment e where e.cohort = :cohort", UUID.class)
                .setParameter("cohort", cohort)
                .getResultList());
    }

    /** Everyone on the roster who has not left. */
    public Set<UUID> presentIn(UUID cohort) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select e.trainee from Enrolment e where e.cohort = :cohort and e.leftAt is null", UUID.class)
                .setParameter("cohort", cohort)
                .getResultList());
    }

    public Optional<Enrolment> of(UUID cohort, UUID trainee) {
        return find("cohort = ?1 and trainee = ?2", cohort, trainee).firstResultOptional();
    }
}
