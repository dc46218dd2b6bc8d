package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A village and the town it belongs to. */
@Entity
@Table(name = "villages")
public class Village extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public String town;
    public String name;

    /** See {@link Spelling}; the town comes first in the reading. */
    public String reading = "";

    public String spellings = "";

    @PrePersist
    @PreUpdate
    void spelledAsNamed() {
        spell();
    }

    /** Writes how town and village are read and typed; returns whether it stood there differently. */
    boolean spell() {
        Spelling ofTown = Spelling.of(town);
        Spelling ofName = Spelling.of(name);
        Spelling right =
                new Spelling(ofTown.reading() + " " + ofName.reading(), ofTown.spellings() + ofName.spellings());
        boolean differs = !right.equals(new Spelling(reading, spellings));
        reading = right.reading();
        spellings = right.spellings();
        return differs;
    }
}
