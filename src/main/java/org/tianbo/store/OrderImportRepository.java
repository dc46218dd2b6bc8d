package org.tianbo.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class OrderImportRepository implements PanacheRepositoryBase<OrderImport, UUID> {

    List<OrderImport> latestOf(UUID store, int most) {
        return find("store = ?1 order by importedAt desc, id desc", store)
                .page(0, most)
                .list();
    }
}
