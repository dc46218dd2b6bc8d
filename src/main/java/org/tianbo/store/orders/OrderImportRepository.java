package org.tianbo.store.orders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;

@ApplicationScoped
class OrderImportRepository implements PanacheRepositoryBase<OrderImport, UUID> {

    private static final String SPANS =
            """
            select distinct to_char(first_ordered_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
                to_char(last_ordered_at at time zone 'Asia/Shanghai', 'YYYY-MM')
            from order_imports where county = :county and store = :store and first_ordered_at is not null
            """;

    private final CurrentCounty county;

    OrderImportRepository(CurrentCounty county) {
        this.county = county;
    }

    /** Months from the first to the last order of a file, both counted in. */
    record Span(YearMonth first, YearMonth last) {}

    /** Each once, however many files tell of it. */
    List<Span> spansOf(UUID store) {
        return NativeQueries.ofColumns(getEntityManager(), SPANS)
                .setParameter("county", county.id())
                .setParameter("store", store)
                .getResultStream()
                .map(span -> new Span(YearMonth.parse((String) span[0]), YearMonth.parse((String) span[1])))
                .toList();
    }

    List<OrderImport> latestOf(UUID store, int most) {
        return find("store = ?1 order by importedAt desc, id desc", store)
                .page(0, most)
                .list();
    }
}
