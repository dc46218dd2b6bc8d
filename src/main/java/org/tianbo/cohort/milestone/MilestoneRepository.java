package org.tianbo.cohort.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.Stage;

@ApplicationScoped
class MilestoneRepository implements PanacheRepositoryBase<Milestone, UUID> {

    private static final String APPEND =
            """
            insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                                    evidence_kind, evidence_ref, reason)
            values (:county, :id, :cohort, :trainee, :stage, :ordinal, :change, :at, :recordedAt,
                    :evidenceKind, :evidenceRef, cast(:reason as text))
            on conflict (county, cohort, trainee, stage, ordinal) do nothing
            """;

    List<Milestone> ofTrainees(UUID cohort, Collection<UUID> trainees) {
        return list("cohort = ?1 and trainee in ?2 order by stage, ordinal", cohort, trainees);
    }

    List<Milestone> ofTrainee(UUID trainee, Stage stage) {
        return list("trainee = ?1 and stage = ?2 order by ordinal", trainee, stage);
    }

    List<Milestone> ofTrainee(UUID trainee) {
        return list("trainee = ?1 order by stage, ordinal", trainee);
    }

    List<Milestone> ofTrainees(Collection<UUID> trainees) {
        return list("trainee in ?1", trainees);
    }

    /** When each of these trainees last reached a stage, in whichever class; whoever reached none is absent. */
    Map<UUID, Instant> lastReached(Collection<UUID> trainees) {
        return getEntityManager()
                .createQuery(
                        "select m.trainee, max(m.at) from Milestone m"
                                + " where m.trainee in :trainees and m.change = :reached group by m.trainee",
                        Object[].class)
                .setParameter("trainees", trainees)
                .setParameter("reached", StageChange.Change.REACHED)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /**
     * Appends beside whoever appends the same at the same time: the publisher's transaction must not fail because
     * another one recorded it first.
     */
    void append(Milestone milestone, String county) {
        getEntityManager()
                .createNativeQuery(APPEND)
                .setParameter("county", county)
                .setParameter("id", milestone.id)
                .setParameter("cohort", milestone.cohort)
                .setParameter("trainee", milestone.trainee)
                .setParameter("stage", milestone.stage.name())
                .setParameter("ordinal", milestone.ordinal)
                .setParameter("change", milestone.change.name())
                .setParameter("at", milestone.at.atOffset(ZoneOffset.UTC))
                .setParameter("recordedAt", milestone.recordedAt.atOffset(ZoneOffset.UTC))
                .setParameter("evidenceKind", milestone.evidenceKind.name())
                .setParameter("evidenceRef", milestone.evidenceRef)
                .setParameter("reason", milestone.reason)
                .executeUpdate();
    }
}
