package org.tianbo.store.income;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** When stores' income became stable or ceased to be. */
@ApplicationScoped
class IncomeStabilityRepository implements PanacheRepositoryBase<StabilityChange, UUID> {

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
