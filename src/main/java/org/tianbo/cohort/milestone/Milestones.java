package org.tianbo.cohort.milestone;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;
import org.tianbo.cohort.Evidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.EnrolmentListener;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.TimeBounds;

/**
 * What happened on the road: appended once, read as {@link Road}s. Where everybody stands is always derived from it.
 */
@ApplicationScoped
public class Milestones implements EnrolmentListener {

    private static final Logger LOG = Logger.getLogger(Milestones.class);

    private final MilestoneRepository milestones;
    private final EnrolmentRepository enrolments;
    private final Activity activity;
    private final CurrentCounty county;
    private final Clock clock;

    Milestones(
            MilestoneRepository milestones,
            EnrolmentRepository enrolments,
            Activity activity,
            CurrentCounty county,
            Clock clock) {
        this.milestones = milestones;
        this.enrolments = enrolments;
        this.activity = activity;
        this.county = county;
        this.clock = clock;
    }

    /** A stage a trainee holds, and since when. */
    public record Standing(Stage stage, Instant since) {}

    /** The trainee reached the stage, in every class they are in; whoever is in none has no milestones. */
    @Transactional
    public void reached(UUID trainee, Stage stage, Instant at, Evidence evidence) {
        Fact fact = new Fact(stage, Fact.Change.REACHED, at, evidence, null);
        tell(enrolments.cohortsOf(trainee), trainee, fact, Road::mayReach);
        activity.active(trainee, at);
    }

    /**
     * The trainee fell back behind the stage, also in the numbers of a class they have left; ignored where it was not
     * held.
     */
    @Transactional
    public void lost(UUID trainee, Stage stage, Instant at, Evidence evidence, String reason) {
        Fact fact = new Fact(stage, Fact.Change.LOST, at, evidence, reason);
        tell(enrolments.everyCohortOf(trainee), trainee, fact, Road::mayLose);
    }

    /** What proved that the trainee reached the stage is gone; ignored where something else proves it. */
    @Transactional
    public void withdrawn(UUID trainee, Stage stage, Instant at, Evidence evidence, String reason) {
        Fact fact = new Fact(stage, Fact.Change.LOST, at, evidence, reason);
        tell(enrolments.everyCohortOf(trainee), trainee, fact, (road, held) -> road.mayLose(held, evidence));
    }

    /** The stages the trainee holds, in whichever class, in order and since the first time. */
    @Transactional
    public List<Standing> standing(UUID trainee) {
        return held(milestones.ofTrainee(trainee)).stream()
                .map(fact -> new Standing(fact.stage(), fact.at()))
                .toList();
    }

    @Override
    public void enrolled(UUID cohort, Map<UUID, Evidence> newcomers, Instant at) {
        if (newcomers.isEmpty()) {
            return;
        }
        Map<UUID, List<Milestone>> before =
                milestones.ofTrainees(newcomers.keySet()).stream().collect(groupingBy(told -> told.trainee));
        newcomers.forEach((trainee, evidence) -> {
            milestones.persist(Milestone.of(
                    cohort, trainee, 1, new Fact(Stage.ENROLLED, Fact.Change.REACHED, at, evidence, null), at));
            held(before.getOrDefault(trainee, List.of())).stream()
                    .filter(fact -> fact.stage() != Stage.ENROLLED)
                    .map(fact -> new Fact(fact.stage(), Fact.Change.REACHED, at, fact.evidence(), null))
                    .forEach(fact -> milestones.persist(Milestone.of(cohort, trainee, 1, fact, at)));
        });
    }

    /** The facts by which a trainee holds their stages, in whichever class, in order and for each the earliest. */
    private static List<Fact> held(List<Milestone> told) {
        List<Road> roads = told.stream()
                .collect(groupingBy(milestone -> milestone.cohort, mapping(Milestone::fact, toList())))
                .values()
                .stream()
                .map(Road::of)
                .toList();
        return Arrays.stream(Stage.values())
                .flatMap(
                        stage -> roads.stream()
                                .flatMap(road -> road.held(stage).stream())
                                .min(Comparator.comparing(Fact::at))
                                .stream())
                .toList();
    }

    @Override
    public void left(UUID cohort, UUID trainee, String reason, Instant at) {
        Fact fact = new Fact(
                Stage.ENROLLED, Fact.Change.LOST, at, new Evidence(Evidence.Kind.NOTE, trainee.toString()), reason);
        tell(cohort, trainee, milestones.ofTrainee(trainee, Stage.ENROLLED), fact, Road::mayLose);
    }

    /** Everybody's road in the class; whoever was enrolled has one. */
    public Map<UUID, Road> roads(UUID cohort) {
        Map<UUID, List<Fact>> facts = milestones.ofCohort(cohort).stream()
                .collect(groupingBy(told -> told.trainee, mapping(Milestone::fact, toList())));
        Map<UUID, Road> roads = new HashMap<>();
        enrolments
                .traineesOf(cohort)
                .forEach(trainee -> roads.put(trainee, Road.of(facts.getOrDefault(trainee, List.of()))));
        return roads;
    }

    /** All that was written down of the trainee in the class. */
    public List<Milestone> told(UUID cohort, UUID trainee) {
        return milestones.ofTrainee(trainee).stream()
                .filter(told -> told.cohort.equals(cohort))
                .toList();
    }

    private void tell(List<UUID> cohorts, UUID trainee, Fact fact, BiPredicate<Road, Stage> allowed) {
        if (!cohorts.isEmpty()) {
            List<Milestone> told = milestones.ofTrainee(trainee, fact.stage());
            cohorts.forEach(cohort -> tell(cohort, trainee, told, fact, allowed));
        }
    }

    private void tell(UUID cohort, UUID trainee, List<Milestone> told, Fact fact, BiPredicate<Road, Stage> allowed) {
        Road road = Road.of(told.stream()
                .filter(milestone -> milestone.cohort.equals(cohort))
                .map(Milestone::fact)
                .toList());
        if (allowed.test(road, fact.stage())) {
            Instant now = clock.instant();
            Instant joined = enrolments
                    .of(cohort, trainee)
                    .map(enrolment -> enrolment.enrolledAt)
                    .orElse(now);
            int ordinal = road.nextOrdinal(fact.stage());
            Fact possible = fact.within(new TimeBounds(joined, now));
            milestones.append(Milestone.of(cohort, trainee, ordinal, possible, now), county.id());
            LOG.infof("%s %s %s in class %s", trainee, fact.change(), fact.stage(), cohort);
        }
    }
}
