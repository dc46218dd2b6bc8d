package org.tianbo.cohort.roster;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A roster file once taken: what it held, who brought it. The file itself is not kept, for its identity numbers. */
@Entity
@Immutable
@Table(name = "roster_imports")
class RosterImport extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID cohort;
    public String sha256;
    public int rowCount;
    public int accepted;
    public int merged;
    public int rejected;
    public int newcomers;
    public UUID importedBy;
    public Instant importedAt;
}
