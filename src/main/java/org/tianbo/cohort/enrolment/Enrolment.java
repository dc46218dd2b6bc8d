package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A person's place on a class's roster, kept when they leave. */
@Entity
@Table(name = "enrolments")
public class Enrolment extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID cohort;
    public UUID trainee;

    /** See {@link Consent#how}. */
    public String consent;

    /** Who vouches for having seen it; null for the demo's own data. */
    @Column(name = "consent_seen_by")
    public UUID consentCheckedBy;

    public Instant enrolledAt;
    public Instant leftAt;
    public String leftReason;

    /** When the trainee, who had left, last came back; null for whoever never did. */
    public Instant returnedAt;

    /**
     * What they learned before and elsewhere, in their words; empty where nobody wrote anything. Written by
     * {@link EnrolmentRepository#tookEarlier} alone, so that it and a leave of the same moment keep each other.
     */
    @Column(updatable = false)
    public String earlierCourses = "";

    /** When the trainee last did something, to the hour; written by {@link EnrolmentRepository#active} alone. */
    @Column(updatable = false)
    public Instant lastActiveAt;

    /** Back in the class; whoever never left stays as they are. */
    void comeBack(Instant now) {
        if (leftAt != null) {
            returnedAt = now;
        }
        leftAt = null;
        leftReason = null;
    }

    Consent consented() {
        return new Consent(consent, consentCheckedBy);
    }

    public boolean isAgreedOnPhone() {
        return Consent.PHONE.equals(consent);
    }

    /** Leaving twice keeps the first reason. */
    void leave(String reason, Instant now) {
        if (leftAt == null) {
            leftAt = now;
            leftReason = reason;
        }
    }
}
