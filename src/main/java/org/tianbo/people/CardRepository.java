package org.tianbo.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class CardRepository implements PanacheRepositoryBase<Card, UUID> {

    Map<UUID, Instant> lastIssued(Collection<UUID> people) {
        return getEntityManager()
                .createQuery(
                        "select c.person, max(c.issuedAt) from Card c where c.person in :people group by c.person",
                        Object[].class)
                .setParameter("people", people)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
