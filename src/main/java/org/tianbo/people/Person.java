package org.tianbo.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Anybody of a county. What they may do is Keycloak's to say; the identity number is kept as last four and a hash. */
@Entity
@Table(name = "people")
class Person extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    /** The opaque name on the card, also the user name in Keycloak. */
    public String login;

    public String name;
    public String mobile;
    public String idLast4;
    public String idHash;
    public String gender;
    public UUID village;
    public String category;
    public String note;
    public Instant createdAt;
}
