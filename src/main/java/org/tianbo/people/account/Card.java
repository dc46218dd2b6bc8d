package org.tianbo.people.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That somebody was handed a card, when and by whom. The PIN is on the paper and, hashed, in Keycloak; never here. */
@Entity
@Immutable
@Table(name = "cards")
class Card extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID person;
    public String login;
    public UUID issuedBy;
    public Instant issuedAt;

    /** Null while it may be in force. */
    @Column(insertable = false)
    public Instant withdrawnAt;

    static Card issued(UUID id, UUID person, String login, UUID by, Instant at) {
        Card card = new Card();
        card.id = id;
        card.person = person;
        card.login = login;
        card.issuedBy = by;
        card.issuedAt = at;
        return card;
    }
}
