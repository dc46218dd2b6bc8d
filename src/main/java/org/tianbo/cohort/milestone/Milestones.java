package org.tianbo.cohort.milestone;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.MilestonesRecorded;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.EnrolmentListener;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.TimeBounds;

/**
 * Milestones reached and lost: appended once, read as {@link StageHistory}s. Everything else is derived.
 */
@ApplicationScoped
public class Milestones implements EnrolmentListener {

    private static final Logger LOG = Logger.getLogger(Milestones.class);

    /** People of a roster, of whom each may have reached ten stages in each of several classes. */
    private static final int AT_ONCE = 2_500;

    private final MilestoneRepository milestones;
    private final EnrolmentRepository enrolments;
    private final Activity activity;
    private final CurrentCounty county;
    private final Event<MilestonesRecorded> published;
    private final Clock clock;

    Milestones(
            MilestoneRepository milestones,
            EnrolmentRepository enrolments,
            Activity activity,
            CurrentCounty county,
            Event<MilestonesRecorded> published,
            Clock clock) {
        this.milestones = milestones;
        this.enrolments = enrolments;
        this.activity = activity;
        this.county = county;
        this.published = published;
        this.clock = clock;
    }

    /** A stage a trainee holds, and since when. */
    public record CurrentStage(Stage stage, Instant since) {}

    /** The trainee reached the stage, in every class they are in; whoever is in none has no milestones. */
    @Transactional
    public void reached(UUID trainee, Stage stage, Instant at, MilestoneEvidence evidence) {
        StageChange change = new StageChange(stage, StageChange.Change.REACHED, at, evidence, null);
        record(enrolments.cohortsOf(trainee), trainee, change, StageHistory::mayReach);
        activity.active(trainee, at);
    }

    /**
     * The trainee fell back behind the stage, also in the numbers of a class they have left; ignored where it was not
     * held.
     */
    @Transactional
    public void lost(UUID trainee, Stage stage, Instant at, MilestoneEvidence evidence, String reason) {
        StageChange change = new StageChange(stage, StageChange.Change.LOST, at, evidence, reason);
        record(enrolments.everyCohortOf(trainee), trainee, change, StageHistory::mayLose);
    }

    /** What proved that the trainee reached the stage is gone; ignored where something else proves it. */
    @Transactional
    public void withdrawn(UUID trainee, Stage stage, Instant at, MilestoneEvidence evidence, String reason) {
        StageChange change = new StageChange(stage, StageChange.Change.LOST, at, evidence, reason);
        record(enrolments.everyCohortOf(trainee), trainee, change, (history, lost) -> history.mayLose(lost, evidence));
    }

    /** The stages the trainee holds, in whichever class, in order and since the first time. */
    @Transactional
    public List<CurrentStage> currentStages(UUID trainee) {
        return currentChanges(milestones.ofTrainee(trainee)).stream()
                .map(change -> new CurrentStage(change.stage(), change.at()))
                .toList();
    }

    /** Of a roster thousands at a time: what fifty thousand people have reached elsewhere does not fit into memory. */
    @Override
    public void enrolled(UUID cohort, Map<UUID, MilestoneEvidence> newcomers, Instant at) {
        Slices.of(newcomers.entrySet(), AT_ONCE).forEach(some -> enrolled(cohort, some, at));
    }

    private void enrolled(UUID cohort, List<Map.Entry<UUID, MilestoneEvidence>> newcomers, Instant at) {
        Map<UUID, List<Milestone>> before =
                milestones.ofTrainees(newcomers.stream().map(Map.Entry::getKey).toList()).stream()
                        .collect(groupingBy(milestone -> milestone.trainee));
        List<MilestonesRecorded.Recorded> enrolled = new ArrayList<>();
        List<MilestoneRepository.First> first = new ArrayList<>();
        newcomers.forEach(one -> {
            UUID trainee = one.getKey();
            MilestoneEvidence evidence = one.getValue();
            StageChange joined = new StageChange(Stage.ENROLLED, StageChange.Change.REACHED, at, evidence, null);
            first.add(new MilestoneRepository.First(trainee, Stage.ENROLLED, evidence));
            enrolled.add(recorded(trainee, joined));
            currentChanges(before.getOrDefault(trainee, List.of())).stream()
                    .filter(change -> change.stage() != Stage.ENROLLED)
                    .map(change -> new MilestoneRepository.First(trainee, change.stage(), change.evidence()))
                    .forEach(first::add);
        });
        milestones.appendFirst(county.id(), cohort, first, at);
        if (!before.isEmpty()) {
            enrolments.comeTo(cohort, before.keySet());
        }
        published.fire(new MilestonesRecorded(cohort, enrolled));
    }

    /** The facts by which a trainee holds their stages, in whichever class, in order and for each the earliest. */
    private static List<StageChange> currentChanges(List<Milestone> milestones) {
        List<StageHistory> histories = milestones.stream()
                .collect(groupingBy(milestone -> milestone.cohort, mapping(Milestone::fact, toList())))
                .values()
                .stream()
                .map(StageHistory::of)
                .toList();
        return Arrays.stream(Stage.values())
                .flatMap(stage -> histories.stream()
                        .flatMap(history -> history.reached(stage).stream())
                        .min(Comparator.comparing(StageChange::at))
                        .stream())
                .toList();
    }

    @Override
    public void left(UUID cohort, UUID trainee, String reason, Instant at) {
        StageChange change = new StageChange(
                Stage.ENROLLED,
                StageChange.Change.LOST,
                at,
                new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString()),
                reason);
        record(cohort, trainee, milestones.ofTrainee(trainee, Stage.ENROLLED), change, StageHistory::mayLose);
    }

    @Override
    public void returned(UUID cohort, UUID trainee, Instant at) {
        MilestoneEvidence evidence = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString());
        StageChange back = new StageChange(Stage.ENROLLED, StageChange.Change.REACHED, at, evidence, null);
        record(cohort, trainee, milestones.ofTrainee(trainee, Stage.ENROLLED), back, StageHistory::mayReach);
        List<Milestone> all = milestones.ofTrainee(trainee);
        currentChanges(all).stream()
                .filter(change -> change.stage() != Stage.ENROLLED)
                .map(change -> new StageChange(change.stage(), change.change(), at, change.evidence(), null))
                .forEach(change -> record(
                        cohort,
                        trainee,
                        milestones.ofTrainee(trainee, change.stage()),
                        change,
                        StageHistory::mayReach));
    }

    /** The stage histories of these trainees in the class. */
    public Map<UUID, StageHistory> histories(UUID cohort, Collection<UUID> trainees) {
        Map<UUID, List<StageChange>> facts = milestones.ofTrainees(cohort, trainees).stream()
                .collect(groupingBy(milestone -> milestone.trainee, mapping(Milestone::fact, toList())));
        return trainees.stream()
                .collect(
                        toMap(Function.identity(), trainee -> StageHistory.of(facts.getOrDefault(trainee, List.of()))));
    }

    /** All milestones of the trainee in the class. */
    public List<Milestone> recorded(UUID cohort, UUID trainee) {
        return milestones.ofTrainee(trainee).stream()
                .filter(milestone -> milestone.cohort.equals(cohort))
                .toList();
    }

    private void record(
            List<UUID> cohorts, UUID trainee, StageChange change, BiPredicate<StageHistory, Stage> allowed) {
        if (!cohorts.isEmpty()) {
            List<Milestone> recorded = milestones.ofTrainee(trainee, change.stage());
            cohorts.forEach(cohort -> record(cohort, trainee, recorded, change, allowed));
        }
    }

    private void record(
            UUID cohort,
            UUID trainee,
            List<Milestone> recorded,
            StageChange change,
            BiPredicate<StageHistory, Stage> allowed) {
        StageHistory history = StageHistory.of(recorded.stream()
                .filter(milestone -> milestone.cohort.equals(cohort))
                .map(Milestone::fact)
                .toList());
        if (allowed.test(history, change.stage())) {
            Instant now = clock.instant();
            Instant joined = enrolments
                    .of(cohort, trainee)
                    .map(enrolment -> enrolment.enrolledAt)
                    .orElse(now);
            int ordinal = history.nextOrdinal(change.stage());
            StageChange possible = change.within(new TimeBounds(joined, now));
            enrolments.lock(cohort, trainee);
            milestones.append(Milestone.of(cohort, trainee, ordinal, possible, now), county.id());
            enrolments.comeTo(cohort, List.of(trainee));
            published.fire(new MilestonesRecorded(cohort, List.of(recorded(trainee, possible))));
            LOG.infof("%s %s %s in class %s", trainee, change.change(), change.stage(), cohort);
        }
    }

    private static MilestonesRecorded.Recorded recorded(UUID trainee, StageChange change) {
        return new MilestonesRecorded.Recorded(
                trainee, change.stage(), change.change() == StageChange.Change.REACHED, change.at());
    }
}
