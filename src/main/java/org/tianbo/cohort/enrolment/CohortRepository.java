package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.AdvisoryLocks;

@ApplicationScoped
class CohortRepository implements PanacheRepositoryBase<Cohort, UUID> {

    private static final String VIEW =
            """
            select new org.tianbo.cohort.enrolment.CohortView(
                c.id, c.name, c.startsOn, c.endsOn,
                (select count(e) from Enrolment e where e.cohort = c.id),
                (select count(e.leftAt) from Enrolment e where e.cohort = c.id))
            from Cohort c
            """;

    private static final String LATEST_FIRST = " order by c.startsOn desc, c.name";

    /** The next classes after that one. */
    List<CohortView> views(Optional<Cohort> last, int most) {
        TypedQuery<CohortView> query = getEntityManager()
                .createQuery(
                        VIEW
                                + (last.isPresent()
                                        ? "where c.startsOn < :from or (c.startsOn = :from and c.name > :name)"
                                        : "")
                                + LATEST_FIRST,
                        CohortView.class)
                .setMaxResults(most);
        last.ifPresent(cohort -> query.setParameter("from", cohort.startsOn).setParameter("name", cohort.name));
        return query.getResultList();
    }

    Optional<CohortView> view(UUID id) {
        return getEntityManager()
                .createQuery(VIEW + "where c.id = :id", CohortView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Cohort> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Until the transaction ends, nobody else opens a class in the county. */
    void lockClasses(String county) {
        AdvisoryLocks.hold(getEntityManager(), "classes of " + county);
    }
}
