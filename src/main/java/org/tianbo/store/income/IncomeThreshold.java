package org.tianbo.store.income;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What a month must bring to count as income, from then on, in one county. */
@Entity
@Immutable
@Table(name = "income_bars")
class IncomeThreshold extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public long fen;
    public UUID setBy;
    public Instant setAt;
}
