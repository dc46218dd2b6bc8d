package org.tianbo.store.orders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.time.Zones;

@ApplicationScoped
class OrderImportRepository implements PanacheRepositoryBase<OrderImport, UUID> {

    /** Months from the first to the last order of a file, both counted in. */
    record Span(YearMonth first, YearMonth last) {}

    List<Span> spansOf(UUID store) {
        return getEntityManager()
                .createQuery(
                        "select firstOrderedAt, lastOrderedAt from OrderImport"
                                + " where store = :store and firstOrderedAt is not null",
                        Object[].class)
                .setParameter("store", store)
                .getResultStream()
                .map(span -> new Span(month((Instant) span[0]), month((Instant) span[1])))
                .distinct()
                .toList();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Zones.SHANGHAI));
    }

    List<OrderImport> latestOf(UUID store, int most) {
        return find("store = ?1 order by importedAt desc, id desc", store)
                .page(0, most)
                .list();
    }
}
