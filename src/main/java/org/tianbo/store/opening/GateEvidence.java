package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** What a trainee handed in for one gate. */
@Entity
@Immutable
@Table(name = "gate_evidence")
class GateEvidence extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID store;
    public String rule;
    public String ruleVersion;

    @Enumerated(EnumType.STRING)
    public SubmittedEvidence.Answer answer;

    @Column(name = "words")
    public String text;

    public String link;
    public String photo;
    public UUID givenBy;
    public Instant givenAt;

    /** When it was emptied because its time was over; null until then. */
    public Instant removedAt;

    SubmittedEvidence submitted() {
        return new SubmittedEvidence(id, rule, answer, text, link, photo, givenAt, removedAt != null);
    }
}
