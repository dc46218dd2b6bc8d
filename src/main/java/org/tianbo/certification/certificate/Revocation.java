package org.tianbo.certification.certificate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The revocation of a certificate. */
@Entity
@Immutable
@Table(name = "certificate_revocations")
class Revocation extends PanacheEntityBase {

    @Id
    public UUID certificate;

    @TenantId
    public String county;

    public String reason;
    public UUID revokedBy;
    public Instant revokedAt;
}
