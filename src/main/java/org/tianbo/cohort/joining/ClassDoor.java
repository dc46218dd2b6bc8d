package org.tianbo.cohort.joining;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** That villagers may ask to join a class, from when until when. */
@Entity
@Table(name = "class_doors")
class ClassDoor extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID cohort;
    public UUID openedBy;
    public Instant openedAt;
    public Instant closesAt;
    public Instant closedAt;

    boolean isOpen(Instant now) {
        return closedAt == null && now.isBefore(closesAt);
    }

    static ClassDoor open(UUID cohort, UUID by, Instant now, Instant closesAt) {
        ClassDoor door = new ClassDoor();
        door.id = Ids.next();
        door.cohort = cohort;
        door.openedBy = by;
        door.openedAt = now;
        door.closesAt = closesAt;
        return door;
    }
}
