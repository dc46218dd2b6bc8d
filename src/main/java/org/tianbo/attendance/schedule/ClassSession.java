package org.tianbo.attendance.schedule;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.attendance.SessionKind;
import org.tianbo.platform.time.Zones;

/** One meeting of a class. */
@Entity
@Table(name = "class_sessions")
class ClassSession extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID cohort;
    public String title;

    @Enumerated(EnumType.STRING)
    public SessionKind kind;

    public UUID teacher;
    public String guest;
    public String credentials;
    public String place;
    public String plan;
    public Instant beginsAt;
    public Instant endsAt;
    public String cancelled;
    public UUID createdBy;
    public Instant createdAt;

    @Version
    public int version;

    static ClassSession of(UUID id, UUID cohort, SessionDetails details, UUID by, Instant now) {
        ClassSession session = new ClassSession();
        session.id = id;
        session.cohort = cohort;
        session.cancelled = "";
        session.createdBy = by;
        session.createdAt = now;
        session.become(details);
        return session;
    }

    void become(SessionDetails details) {
        title = details.title();
        kind = details.kind();
        teacher = details.teacher();
        guest = details.guest();
        credentials = details.credentials();
        place = details.place();
        plan = details.plan();
        beginsAt = details.begins();
        endsAt = details.ends();
    }

    SessionDetails details() {
        ZonedDateTime begins = beginsAt.atZone(Zones.SHANGHAI);
        return new SessionDetails(
                title,
                kind,
                teacher,
                guest,
                credentials,
                place,
                plan,
                begins.toLocalDate(),
                begins.toLocalTime(),
                endsAt.atZone(Zones.SHANGHAI).toLocalTime());
    }
}
