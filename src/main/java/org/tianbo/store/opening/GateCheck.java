package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What somebody of the county found when checking one gate. */
@Entity
@Immutable
@Table(name = "gate_checks")
class GateCheck extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID store;
    public String rule;
    public String ruleVersion;
    public UUID evidence;
    public boolean confirmed;
    public String note;
    public UUID checkedBy;
    public Instant checkedAt;

    GateDecision checked() {
        return new GateDecision(rule, evidence, confirmed, note, checkedBy, checkedAt);
    }
}
