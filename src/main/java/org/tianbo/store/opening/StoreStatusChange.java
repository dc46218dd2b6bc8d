package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.store.StoreState;

/** A store's being seen open, or its being closed. */
@Entity
@Immutable
@Table(name = "store_turns")
class StoreStatusChange extends PanacheEntityBase {

    /** The new status. */
    enum Kind {
        OPENED,
        CLOSED
    }

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID store;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** The day it was seen, or closed. */
    public LocalDate onDay;

    public String link;
    public String note;

    /** Id of the photo; empty for none. */
    public String photo;

    public UUID turnedBy;
    public Instant turnedAt;

    /** What a store is after these, oldest first. */
    static StoreState state(List<StoreStatusChange> turns) {
        return turns.stream()
                .reduce((earlier, later) -> later)
                .map(change -> change.kind == Kind.OPENED ? StoreState.OPEN : StoreState.CLOSED)
                .orElse(StoreState.PREPARING);
    }
}
