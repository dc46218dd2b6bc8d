package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.TenantId;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.SealedPhone;
import org.tianbo.platform.search.Spelling;

/** Anybody of a county. What they may do is Keycloak's to say; the identity number is kept as last four and a hash. */
@Entity
@Table(name = "people")
public class Person extends PanacheEntityBase {

    private static final int SHORT_ID = 8;

    @Id
    public UUID id;

    @TenantId
    public String county;

    /** The opaque name on the card, also the user name in Keycloak. */
    public String login;

    public String name;

    /** Sealed where it is stored. */
    @Convert(converter = SealedPhone.class)
    public String mobile;

    /** As it is stored, to look for it. */
    @Column(name = "mobile", insertable = false, updatable = false)
    String storedMobile;

    public String idLast4;
    public String idHash;
    public String gender;

    /** From the identity number; null for whoever came without one, or before it was kept. */
    public Short birthYear;

    public UUID village;
    public String category;
    public String note;
    public Instant createdAt;

    /** See {@link Spelling}. */
    public String reading = "";

    public String spellings = "";

    @PrePersist
    @PreUpdate
    void spelledAsNamed() {
        spell();
    }

    /** Writes how the name is read and typed; returns whether it stood there differently. */
    boolean spell() {
        Spelling right = Spelling.of(name);
        boolean differs = !right.equals(new Spelling(reading, spellings));
        reading = right.reading();
        spellings = right.spellings();
        return differs;
    }

    /** For somebody who is known since before it was kept. */
    public void bornIn(int year) {
        if (birthYear == null) {
            birthYear = (short) year;
        }
    }

    /** @param villageIds from town and village, as {@link RosterChange#now} names them */
    public void correct(RosterChange change, Function<String, UUID> villageIds) {
        switch (change.field()) {
            case NAME -> name = change.now();
            case PHONE -> mobile = nothingAsNull(change.now());
            case VILLAGE -> village = villageIds.apply(change.now());
            case GENDER -> gender = nothingAsNull(change.now());
            case CATEGORY -> category = change.now();
            case NOTE -> note = change.now();
        }
    }

    private static String nothingAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * Takes out who it was. What counts by village, category, gender and year of birth stays counted; the id stays, by
     * which nobody outside can say who it was.
     */
    void erase() {
        String hex = id.toString().replace("-", "");
        login = "erased-" + hex;
        name = "#" + hex.substring(hex.length() - SHORT_ID);
        reading = "";
        spellings = "";
        mobile = null;
        idLast4 = null;
        idHash = null;
        note = "";
    }

    /** A member of staff: no roster line, no village. */
    public static Person staff(String login, String name, Instant now) {
        Person person = new Person();
        person.id = Ids.next();
        person.login = login;
        person.name = name;
        person.createdAt = now;
        return person;
    }
}
