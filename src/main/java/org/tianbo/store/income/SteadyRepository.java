package org.tianbo.store.income;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tianbo.platform.security.CurrentCounty;

/** Counties' bars, and how stores stood before them. */
@ApplicationScoped
class SteadyRepository implements PanacheRepositoryBase<SteadyTurn, UUID> {

    private final CurrentCounty county;

    SteadyRepository(CurrentCounty county) {
        this.county = county;
    }

    /** One change of the bar at a time, so that two presses of one button set it once. */
    void lockBar() {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('income bar of ' || :county, 0))",
                        Integer.class)
                .setParameter("county", county.id())
                .getResultList();
    }

    Optional<IncomeBar> bar() {
        return getEntityManager()
                .createQuery("from IncomeBar order by setAt desc, id desc", IncomeBar.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The spans over which the store's income is steady now, as last told. */
    Set<Integer> held(UUID store) {
        Set<Integer> held = new TreeSet<>();
        for (SteadyTurn turn : list("store = ?1 order by turnedAt, id", store)) {
            if (turn.reached) {
                held.add(turn.months);
            } else {
                held.remove(turn.months);
            }
        }
        return held;
    }
}
