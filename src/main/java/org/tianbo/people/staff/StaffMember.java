package org.tianbo.people.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Somebody who works for a county: with one role, until it ends. The account follows, see {@link StaffAccountJob}. */
@Entity
@Table(name = "staff")
class StaffMember extends PanacheEntityBase {

    /** How far the account at Keycloak is what it should be. */
    enum Account {
        PENDING,
        READY,
        /** The login belongs to somebody else, or Keycloak does not take the account; asking again does not help. */
        REFUSED
    }

    @Id
    public UUID person;

    @TenantId
    public String county;

    public String role;
    public String email;
    public boolean allVillages;

    @Enumerated(EnumType.STRING)
    public Account account;

    /** What Keycloak stores of the first password, until it has it; null after that. */
    public String firstPassword;

    /** Null where the operator invited. */
    public UUID invitedBy;

    public Instant invitedAt;
    public Instant endedAt;

    /** Grows with every decision, so that a form shows what it was about and a job knows what it did. */
    public long version;

    static StaffMember of(UUID person, String role, UUID by, Instant now) {
        StaffMember member = new StaffMember();
        member.person = person;
        member.role = role;
        member.allVillages = true;
        member.account = Account.READY;
        member.invitedBy = by;
        member.invitedAt = now;
        member.version = 1;
        return member;
    }

    boolean ended() {
        return endedAt != null;
    }

    /** The account is to follow. */
    void decided() {
        version++;
        account = Account.PENDING;
    }

    void end(Instant now) {
        endedAt = now;
        firstPassword = null;
        decided();
    }
}
