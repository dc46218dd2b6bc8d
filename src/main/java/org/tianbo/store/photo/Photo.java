package org.tianbo.store.photo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A picture given as evidence about one store, or about one trainee. */
@Entity
@Immutable
@Table(name = "photos")
class Photo extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    /** Null where it is about a trainee. */
    public UUID store;

    /** Null where it is about a store. */
    public UUID trainee;

    public String objectKey;

    /** Of the bytes that are kept, in lower-case hex. */
    public String sha256;

    public long bytes;
    public int width;
    public int height;

    @Column(name = "kept_by")
    public UUID storedBy;

    @Column(name = "kept_at")
    public Instant storedAt;
}
