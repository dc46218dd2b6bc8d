package org.tianbo.certification.criteria;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** Records that a trainee met the criteria, and what they were then. */
@Entity
@Immutable
@Table(name = "readiness")
public class ReadinessRecord extends PanacheEntityBase {

    @Id
    public UUID trainee;

    @TenantId
    public String county;

    public int reviews;

    @Column(name = "mark")
    public int score;

    public Instant readyAt;
}
