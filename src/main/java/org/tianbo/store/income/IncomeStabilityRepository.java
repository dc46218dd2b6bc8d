package org.tianbo.store.income;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.security.CurrentCounty;

/** Counties' thresholds, and when stores' income became stable or ceased to be. */
@ApplicationScoped
class IncomeStabilityRepository implements PanacheRepositoryBase<StabilityChange, UUID> {

    private final CurrentCounty county;

    IncomeStabilityRepository(CurrentCounty county) {
        this.county = county;
    }

    /** Serialises changes, so that a form submitted twice counts once. */
    void lockThreshold() {
        AdvisoryLocks.hold(getEntityManager(), "income bar of " + county.id());
    }

    Optional<IncomeThreshold> threshold() {
        return getEntityManager()
                .createQuery("from IncomeThreshold order by setAt desc, id desc", IncomeThreshold.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The spans over which the store's income is steady now, as last recorded. */
    Set<Integer> reachedMonths(UUID store) {
        Set<Integer> months = new TreeSet<>();
        for (StabilityChange change : list("store = ?1 order by turnedAt, id", store)) {
            if (change.reached) {
                months.add(change.months);
            } else {
                months.remove(change.months);
            }
        }
        return months;
    }
}
