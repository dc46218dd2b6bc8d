package org.tianbo.store.income;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A store's income becoming steady over a span of months, or ceasing to be. */
@Entity
@Immutable
@Table(name = "steady_turns")
class StabilityChange extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID store;
    public int months;
    public boolean reached;

    /** {@code 2026-09}. */
    public String through;

    @Column(name = "bar_fen")
    public long thresholdFen;

    public Instant turnedAt;
}
