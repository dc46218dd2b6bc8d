package org.tianbo.mentoring.overdue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** That the office was notified of an overdue review. */
@Entity
@Immutable
@Table(name = "overdue_notices")
class OverdueNotice extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID review;

    @Column(name = "told_at")
    public Instant reportedAt;
}
