package org.tianbo.cohort.milestone;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Ids;

/** A {@link StageChange} about one trainee in one class, as stored. */
@Entity
@Immutable
@Table(name = "milestones")
public class Milestone extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID cohort;
    public UUID trainee;

    @Enumerated(EnumType.STRING)
    public Stage stage;

    public int ordinal;

    @Enumerated(EnumType.STRING)
    public StageChange.Change change;

    public Instant at;
    public Instant recordedAt;

    @Enumerated(EnumType.STRING)
    public MilestoneEvidence.Kind evidenceKind;

    public String evidenceRef;
    public String reason;

    static Milestone of(UUID cohort, UUID trainee, int ordinal, StageChange fact, Instant now) {
        Milestone milestone = new Milestone();
        milestone.id = Ids.next();
        milestone.cohort = cohort;
        milestone.trainee = trainee;
        milestone.stage = fact.stage();
        milestone.ordinal = ordinal;
        milestone.change = fact.change();
        milestone.at = fact.at();
        milestone.recordedAt = now;
        milestone.evidenceKind = fact.evidence().kind();
        milestone.evidenceRef = fact.evidence().ref();
        milestone.reason = fact.reason();
        return milestone;
    }

    public StageChange fact() {
        return new StageChange(stage, change, at, new MilestoneEvidence(evidenceKind, evidenceRef), reason);
    }
}
