package org.tianbo.certification.certificate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A certificate of one trainee, under its own serial number. */
@Entity
@Immutable
@Table(name = "certificates")
class Certificate extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID trainee;
    public String serial;
    public UUID issuedBy;
    public Instant issuedAt;
}
