package org.tianbo.attendance.schedule;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** One thing that was changed about a session: appended, never edited. */
@Entity
@Table(name = "class_session_changes")
class SessionChange extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID session;

    @Enumerated(EnumType.STRING)
    public SessionField field;

    public String oldValue;
    public String newValue;
    public String reason;
    public UUID changedBy;
    public Instant changedAt;

    static SessionChange of(UUID session, SessionField field, String before, String after, Why why) {
        SessionChange change = new SessionChange();
        change.id = Ids.next();
        change.session = session;
        change.field = field;
        change.oldValue = before;
        change.newValue = after;
        change.reason = why.reason();
        change.changedBy = why.by();
        change.changedAt = why.at();
        return change;
    }

    /** Who changed it, when and why. */
    record Why(String reason, UUID by, Instant at) {}
}
