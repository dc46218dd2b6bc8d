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

/** A county's criteria from the time they were set. */
@Entity
@Immutable
@Table(name = "certification_bars")
public class CriteriaSetting extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public int reviews;

    @Column(name = "mark")
    public int score;

    public Instant setAt;
}
