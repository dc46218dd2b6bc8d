package org.tianbo.cohort.joining;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.people.PersonDetails;
import org.tianbo.platform.privacy.SealedPhone;

/** That somebody asked to join a class, and what became of it. */
@Entity
@Table(name = "join_requests")
class JoinRequest extends PanacheEntityBase {

    /** Where a request is. */
    enum State {
        WAITING,
        TAKEN,
        REFUSED
    }

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID door;
    public UUID cohort;
    public String name;

    /** Sealed where it is stored. */
    @Convert(converter = SealedPhone.class)
    public String mobile;

    /** As it is stored, to look for it. */
    @Column(name = "mobile", insertable = false, updatable = false)
    String storedMobile;

    public UUID village;
    public Instant askedAt;

    @Enumerated(EnumType.STRING)
    public State state;

    public UUID decidedBy;
    public Instant decidedAt;

    /** Why it was refused. */
    public String reason;

    /** Whom the request brought into the class. */
    public UUID person;

    PersonDetails details() {
        return new PersonDetails(name, mobile, Optional.of(village), "", "", "");
    }

    void taken(UUID as, UUID by, Instant now) {
        state = State.TAKEN;
        person = as;
        decidedBy = by;
        decidedAt = now;
    }

    void refused(String why, UUID by, Instant now) {
        state = State.REFUSED;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Back among those who wait. */
    void reconsidered() {
        state = State.WAITING;
        reason = null;
        decidedBy = null;
        decidedAt = null;
    }

    static JoinRequest of(UUID id, ClassDoor door, PersonDetails details, Instant now) {
        JoinRequest request = new JoinRequest();
        request.id = id;
        request.door = door.id;
        request.cohort = door.cohort;
        request.name = details.name();
        request.mobile = details.mobile();
        request.village = details.village().orElseThrow();
        request.askedAt = now;
        request.state = State.WAITING;
        return request;
    }
}
