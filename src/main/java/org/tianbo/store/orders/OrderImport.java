package org.tianbo.store.orders;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.store.Platform;
import org.tianbo.store.orderfile.OrderLine;

/** That a platform's file was brought, by whom, and what came of it. The file itself is not kept. */
@Entity
@Immutable
@Table(name = "order_imports")
class OrderImport extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID store;

    @Enumerated(EnumType.STRING)
    public Platform platform;

    /** SHA-256 of the file, so that whoever still has it can show that it is the one. */
    public String digest;

    public long bytes;
    public int rows;
    public int merged;
    public int added;
    public int changed;
    public int unchanged;
    public int rejected;
    public int earlier;
    public int held;

    /** When the first and the last of its orders were placed; null where it has none. */
    public Instant firstOrderedAt;

    public Instant lastOrderedAt;

    public UUID importedBy;
    public Instant importedAt;

    void span(List<OrderLine> lines) {
        firstOrderedAt = lines.stream()
                .map(OrderLine::orderedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        lastOrderedAt = lines.stream()
                .map(OrderLine::orderedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
