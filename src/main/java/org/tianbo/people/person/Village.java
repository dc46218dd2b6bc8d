package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.search.Spelling;

/** A village and the town it belongs to. */
@Entity
@Table(name = "villages")
public class Village extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    /** Twelve digits of the statistics office; null for one from before codes were kept. */
    public String code;

    public String town;
    public String name;

    /** Its former names and those of villages merged into it, by which it is still found. */
    public String former = "";

    /** See {@link Spelling}; the town comes first in the reading. */
    public String reading = "";

    public String spellings = "";

    @PrePersist
    @PreUpdate
    void spelledAsNamed() {
        spell();
    }

    public static Village of(String town, String name, String code) {
        Village village = new Village();
        village.id = Ids.next();
        village.town = town;
        village.name = name;
        village.code = code;
        return village;
    }

    /** From now on it is found by these words too. */
    public void calledBefore(String words) {
        former = (former + " " + words).strip();
    }

    /** Writes how town and village are read and typed; returns whether it stood there differently. */
    boolean spell() {
        Spelling ofTown = Spelling.of(town);
        Spelling ofName = Spelling.of(name);
        StringBuilder spelled = new StringBuilder(ofTown.spellings() + ofName.spellings());
        for (String before : former.split(" ")) {
            spelled.append(before.isEmpty() ? "" : Spelling.of(before).spellings());
        }
        Spelling right = new Spelling(ofTown.reading() + " " + ofName.reading(), spelled.toString());
        boolean differs = !right.equals(new Spelling(reading, spellings));
        reading = right.reading();
        spellings = right.spellings();
        return differs;
    }
}
