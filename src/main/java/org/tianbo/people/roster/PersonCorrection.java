package org.tianbo.people.roster;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.TextWithPhones;

/** What stood in a person's entry before a roster corrected it, and who confirmed that. */
@Entity
@Immutable
@Table(name = "person_corrections")
class PersonCorrection extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID person;

    @Enumerated(EnumType.STRING)
    public PersonField field;

    /** What the class is called with which it is kept; empty for what the county's register has. */
    public String inClass;

    @Convert(converter = TextWithPhones.class)
    public String oldValue;

    @Convert(converter = TextWithPhones.class)
    public String newValue;

    /** Of the roster's file, which itself is not kept; null for what was corrected by hand. */
    public String fileSha256;

    public UUID correctedBy;
    public Instant correctedAt;

    static PersonCorrection of(RosterChange change, String inClass, String fileSha256, UUID by, Instant at) {
        PersonCorrection correction = new PersonCorrection();
        correction.id = Ids.next();
        correction.person = change.person();
        correction.field = change.field();
        correction.inClass = inClass;
        correction.oldValue = change.before();
        correction.newValue = change.now();
        correction.fileSha256 = fileSha256;
        correction.correctedBy = by;
        correction.correctedAt = at;
        return correction;
    }
}
