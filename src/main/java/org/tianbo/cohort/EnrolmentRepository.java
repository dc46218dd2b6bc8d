package org.tianbo.cohort;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

    /** The classes this trainee is in and has not left. */
    List<UUID> cohortsOf(UUID trainee) {
        return getEntityManager()
                .createQuery(
                        "select e.cohort from Enrolment e where e.trainee = :trainee and e.leftAt is null", UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** The classes this trainee is or ever was in: who left stays in their numbers. */
    List<UUID> everyCohortOf(UUID trainee) {
        return getEntityManager()
                .createQuery("select e.cohort from Enrolment e where e.trainee = :trainee", UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** Everyone ever on the roster. */
    Set<UUID> traineesOf(UUID cohort) {
        return new HashSet<>(getEntityManager()
                .createQuery("select e.trainee from Enrolment e where e.cohort = :cohort", UUID.class)
                .setParameter("cohort", cohort)
                .getResultList());
    }

    Optional<Enrolment> of(UUID cohort, UUID trainee) {
        return find("cohort = ?1 and trainee = ?2", cohort, trainee).firstResultOptional();
    }
}
