package org.tianbo.people.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** What was decided about a member of staff. */
@Entity
@Immutable
@Table(name = "staff_changes")
class StaffChange extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID person;

    @Enumerated(EnumType.STRING)
    public StaffHistoryLine.Change change;

    public String role;

    /** How many; null for all of the county. */
    public Integer villages;

    public String reason;

    /** Null for the operator. */
    public UUID changedBy;

    public Instant changedAt;

    static StaffChange of(StaffMember member, StaffHistoryLine.Change change, String reason, UUID by, Instant now) {
        StaffChange made = new StaffChange();
        made.id = Ids.next();
        made.person = member.person;
        made.change = change;
        made.role = member.role;
        made.reason = reason;
        made.changedBy = by;
        made.changedAt = now;
        return made;
    }
}
