package org.tianbo.store.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.PlanHints;

/** What a trainee's store has sold, as its platforms' order files name it. */
@ApplicationScoped
class SoldProducts implements PlanHints {

    private static final int MOST = 6;

    /** Of the latest orders only: a store that has sold for years answers as quickly as a new one. */
    private static final String LATEST =
            """
            select latest.product from (
                select l.product, l.ordered_at from order_lines l
                join stores s on s.county = l.county and s.id = l.store
                where s.county = :county and s.trainee = :trainee and l.product <> '' and length(l.product) <= 60
                order by l.ordered_at desc limit 300
            ) latest
            group by latest.product order by max(latest.ordered_at) desc, latest.product limit :most""";

    private final EntityManager entities;
    private final CurrentCounty county;

    SoldProducts(EntityManager entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    @Override
    @Transactional
    public List<String> productsOf(UUID trainee) {
        return NativeQueries.<String>ofOneColumn(entities, LATEST)
                .setParameter("county", county.id())
                .setParameter("trainee", trainee)
                .setParameter("most", MOST)
                .getResultList();
    }
}
