package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CohortRepository implements PanacheRepositoryBase<Cohort, UUID> {

    private static final String VIEW =
            """
            select new org.tianbo.cohort.enrolment.CohortView(
                c.id, c.name, c.startsOn, c.endsOn, count(e.id), count(e.leftAt))
            from Cohort c left join Enrolment e on e.cohort = c.id
            %s
            group by c.id, c.name, c.startsOn, c.endsOn
            order by c.startsOn desc, c.name
            """;

    List<CohortView> views() {
        return getEntityManager()
                .createQuery(VIEW.formatted(""), CohortView.class)
                .getResultList();
    }

    Optional<CohortView> view(UUID id) {
        return getEntityManager()
                .createQuery(VIEW.formatted("where c.id = :id"), CohortView.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Cohort> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Until the transaction ends nobody else opens a class of the county. */
    void oneAtATime(String county) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('classes of ' || :county, 0))")
                .setParameter("county", county)
                .getSingleResult();
    }
}
