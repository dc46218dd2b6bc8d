package org.tianbo.cohort.search;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.TextWithPhones;

/** A list of people that somebody kept under a name, for themselves. */
@Entity
@Table(name = "saved_lists")
class SavedList extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID owner;
    public String name;

    /** The query of its address, with its question mark; empty for everybody. */
    @Convert(converter = TextWithPhones.class)
    public String list;

    public Instant savedAt;

    /** Null while it is kept. */
    public Instant removedAt;

    static SavedList of(UUID owner, String name, String list, Instant now) {
        SavedList saved = new SavedList();
        saved.id = Ids.next();
        saved.owner = owner;
        saved.name = name;
        saved.list = list;
        saved.savedAt = now;
        return saved;
    }
}
