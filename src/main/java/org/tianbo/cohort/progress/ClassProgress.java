package org.tianbo.cohort.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.cohort.milestone.StageHistory;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;

/** The numbers of a class and the lists behind them, read from the same roads so that they cannot disagree. */
@ApplicationScoped
public class ClassProgress {

    private static final Comparator<TraineeProgress> LONGEST_IDLE_FIRST = Comparator.comparing(
                    (TraineeProgress trainee) -> trainee.idleDays().orElse(0L))
            .reversed();

    private final Cohorts cohorts;
    private final Milestones milestones;
    private final EnrolmentRepository enrolments;
    private final People people;
    private final Clock clock;

    ClassProgress(Cohorts cohorts, Milestones milestones, EnrolmentRepository enrolments, People people, Clock clock) {
        this.cohorts = cohorts;
        this.milestones = milestones;
        this.enrolments = enrolments;
        this.people = people;
        this.clock = clock;
    }

    /** A class and how far it has come. */
    public record Report(CohortView cohort, Funnel funnel) {}

    @Transactional
    public Report funnel(UUID cohort) {
        return new Report(
                cohorts.cohort(cohort), Funnel.of(milestones.roads(cohort).values()));
    }

    /**
     * A class at one look.
     *
     * @param stalled how many have done nothing for so many days or longer
     * @param longestStalled the first few of them, the longest first
     */
    public record Overview(Report report, int stalled, List<TraineeProgress> longestStalled) {}

    /** The roads of the class are read once, and of its people only those who are shown. */
    @Transactional
    public Overview overview(UUID cohort, int stalledDays, int shown) {
        CohortView view = cohorts.cohort(cohort);
        Map<UUID, StageHistory> roads = milestones.roads(cohort);
        Map<UUID, Optional<Long>> idle = idle(cohort, roads);
        List<UUID> stalled = roads.keySet().stream()
                .filter(trainee -> idle.get(trainee).orElse(-1L) >= stalledDays)
                .sorted(Comparator.comparing((UUID trainee) -> idle.get(trainee).orElseThrow())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<UUID> first = stalled.stream().limit(shown).toList();
        return new Overview(
                new Report(view, Funnel.of(roads.values())),
                stalled.size(),
                people.trainees(first).stream()
                        .sorted(Comparator.comparing(trainee -> first.indexOf(trainee.id())))
                        .map(trainee -> TraineeProgress.of(
                                cohort, trainee, roads.get(trainee.id()), Stage.ENROLLED, idle.get(trainee.id())))
                        .toList());
    }

    /**
     * The list behind a number, in the order people were first known to the county.
     *
     * @param stage those who hold it (for {@link Stage#ENROLLED} everyone ever enrolled); empty is the same as enrolled
     * @param stalledDays only those who for so many days or longer did nothing
     */
    @Transactional
    public List<TraineeProgress> trainees(UUID cohort, Optional<Stage> stage, Optional<Integer> stalledDays) {
        cohorts.cohort(cohort);
        Stage asked = stage.orElse(Stage.ENROLLED);
        Map<UUID, StageHistory> roads = milestones.roads(cohort);
        roads.values().removeIf(history -> !Funnel.standsBehind(history, asked));
        Map<UUID, Optional<Long>> idle = idle(cohort, roads);
        stalledDays.ifPresent(
                days -> roads.keySet().removeIf(trainee -> idle.get(trainee).orElse(-1L) < days));
        return onRoad(cohort, roads, idle, asked);
    }

    private Map<UUID, Optional<Long>> idle(UUID cohort, Map<UUID, StageHistory> roads) {
        Instant now = clock.instant();
        Map<UUID, Optional<Long>> idle = new HashMap<>();
        enrolments.lastActive(cohort).forEach((trainee, at) -> {
            if (roads.containsKey(trainee)) {
                idle.put(trainee, roads.get(trainee).idleDays(at, now));
            }
        });
        return idle;
    }

    private List<TraineeProgress> onRoad(
            UUID cohort, Map<UUID, StageHistory> roads, Map<UUID, Optional<Long>> idle, Stage asked) {
        return people.trainees(roads.keySet()).stream()
                .sorted(Comparator.comparing(PersonView::id))
                .map(trainee ->
                        TraineeProgress.of(cohort, trainee, roads.get(trainee.id()), asked, idle.get(trainee.id())))
                .toList();
    }

    /** Who has done nothing for so many days or longer, the longest first. */
    @Transactional
    public List<TraineeProgress> stalled(UUID cohort, int days) {
        return trainees(cohort, Optional.empty(), Optional.of(days)).stream()
                .sorted(LONGEST_IDLE_FIRST)
                .toList();
    }

    /** Those who left, with the reason. */
    @Transactional
    public List<TraineeProgress> left(UUID cohort) {
        cohorts.cohort(cohort);
        Map<UUID, StageHistory> roads = milestones.roads(cohort);
        roads.values().removeIf(history -> history.left().isEmpty());
        return onRoad(cohort, roads, idle(cohort, roads), Stage.ENROLLED);
    }
}
