package org.tianbo.cohort.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Slices;

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

    /** Of those who join a class at once a statement may add thousands: what triggers count, they count in one go. */
    private static final String APPEND_FIRST =
            """
            insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                                    evidence_kind, evidence_ref)
            select :county, one.id, :cohort, one.trainee, one.stage, 1, 'REACHED', :at, :at, one.kind, one.ref
            from unnest(cast(:ids as uuid[]), cast(:trainees as uuid[]), cast(:stages as text[]),
                cast(:kinds as text[]), cast(:refs as text[])) as one (id, trainee, stage, kind, ref)
            """;

    /** A stage that a trainee who joins a class reaches in it for the first time. */
    record First(UUID trainee, Stage stage, MilestoneEvidence evidence) {}

    List<Milestone> ofTrainees(UUID cohort, Collection<UUID> trainees) {
        return list("cohort = ?1 and trainee in ?2 order by stage, ordinal", cohort, trainees);
    }

    List<Milestone> ofTrainee(UUID trainee, Stage stage) {
        return list("trainee = ?1 and stage = ?2 order by ordinal", trainee, stage);
    }

    List<Milestone> ofTrainee(UUID trainee) {
        return list("trainee = ?1 order by stage, ordinal", trainee);
    }

    /** To read once: they do not stay in memory until the transaction ends. */
    List<Milestone> ofTrainees(Collection<UUID> trainees) {
        List<Milestone> all = Slices.of(trainees, Slices.OF_A_STATEMENT).stream()
                .flatMap(some -> list("trainee in ?1", some).stream())
                .toList();
        all.forEach(getEntityManager()::detach);
        return all;
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

    /** Of people who are new to the class. */
    void appendFirst(String county, UUID cohort, Collection<First> all, Instant at) {
        Slices.of(all, Slices.OF_A_STATEMENT).forEach(some -> getEntityManager()
                .createNativeQuery(APPEND_FIRST)
                .setParameter("county", county)
                .setParameter("cohort", cohort)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("ids", some.stream().map(any -> Ids.next()).toArray(UUID[]::new))
                .setParameter("trainees", some.stream().map(First::trainee).toArray(UUID[]::new))
                .setParameter("stages", texts(some, first -> first.stage().name()))
                .setParameter(
                        "kinds", texts(some, first -> first.evidence().kind().name()))
                .setParameter("refs", texts(some, first -> first.evidence().ref()))
                .executeUpdate());
    }

    private static String[] texts(List<First> all, Function<First, String> text) {
        return all.stream().map(text).toArray(String[]::new);
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
