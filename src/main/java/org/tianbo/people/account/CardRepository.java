package org.tianbo.people.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.security.CurrentCounty;

@ApplicationScoped
class CardRepository implements PanacheRepositoryBase<Card, UUID> {

    private static final String CLAIM =
            """
            insert into card_claims (county, person, claimed_at, card) values (:county, :person, :now, :card)
            on conflict (county, person) do update set claimed_at = excluded.claimed_at, card = excluded.card
            where card_claims.claimed_at <= :seen or card_claims.card = excluded.card
            """;

    private static final String RECORD =
            """
            insert into cards (county, id, person, login, issued_by, issued_at)
            values (:county, :id, :person, :login, :by, :at) on conflict do nothing
            """;

    private final CurrentCounty county;

    CardRepository(CurrentCounty county) {
        this.county = county;
    }

    /**
     * Whether nobody has begun to make another card of this person since {@code shownAt}; then it is the caller's to
     * make.
     */
    boolean claim(UUID person, UUID card, Instant shownAt, Instant now) {
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("county", county.id())
                        .setParameter("person", person)
                        .setParameter("card", card)
                        .setParameter("now", now)
                        .setParameter("seen", shownAt)
                        .executeUpdate()
                == 1;
    }

    /** Twice is the same as once. */
    void record(Card card) {
        getEntityManager()
                .createNativeQuery(RECORD)
                .setParameter("county", county.id())
                .setParameter("id", card.id)
                .setParameter("person", card.person)
                .setParameter("login", card.login)
                .setParameter("by", card.issuedBy)
                .setParameter("at", card.issuedAt)
                .executeUpdate();
    }

    Map<UUID, UUID> latest(Collection<UUID> people) {
        return getEntityManager()
                .createQuery(
                        "select c.person, c.id from Card c where c.person in :people and c.withdrawnAt is null"
                                + " order by c.issuedAt, c.id",
                        Object[].class)
                .setParameter("people", people)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (earlier, later) -> later));
    }

    Set<UUID> issuersSince(UUID person, Instant moment) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        """
                        select distinct c.issuedBy from Card c where c.person = :person and c.issuedAt >= coalesce(
                            (select max(b.issuedAt) from Card b where b.person = :person and b.issuedAt <= :moment),
                            :moment)
                        """,
                        UUID.class)
                .setParameter("person", person)
                .setParameter("moment", moment)
                .getResultList());
    }

    /** Whatever was issued since that moment holds; what was withdrawn already stays so. */
    void withdraw(UUID person, Instant moment) {
        getEntityManager()
                .createNativeQuery("update cards set withdrawn_at = :moment where county = :county"
                        + " and person = :person and withdrawn_at is null and issued_at <= :moment")
                .setParameter("moment", moment)
                .setParameter("county", county.id())
                .setParameter("person", person)
                .executeUpdate();
    }

    Map<UUID, Instant> lastIssued(Collection<UUID> people) {
        return getEntityManager()
                .createQuery(
                        "select c.person, max(c.issuedAt) from Card c"
                                + " where c.person in :people and c.withdrawnAt is null group by c.person",
                        Object[].class)
                .setParameter("people", people)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
