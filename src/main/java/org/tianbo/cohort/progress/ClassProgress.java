package org.tianbo.cohort.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.cohort.milestone.StageHistory;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;

/**
 * The numbers of a class, counted in the database, and the lists behind them: of a list only the people of one page are
 * read.
 */
@ApplicationScoped
public class ClassProgress {

    private final Cohorts cohorts;
    private final Milestones milestones;
    private final CountedFunnels funnels;
    private final TraineeLists lists;
    private final People people;
    private final StaffVillages villages;
    private final Clock clock;

    ClassProgress(
            Cohorts cohorts,
            Milestones milestones,
            CountedFunnels funnels,
            TraineeLists lists,
            People people,
            StaffVillages villages,
            Clock clock) {
        this.cohorts = cohorts;
        this.milestones = milestones;
        this.funnels = funnels;
        this.lists = lists;
        this.people = people;
        this.villages = villages;
        this.clock = clock;
    }

    /** A class and how far it has come. */
    public record Report(CohortView cohort, Funnel funnel) {}

    /** As the reader sees it: whoever sees some villages only counts their people. */
    @Transactional
    public Report funnel(UUID cohort) {
        StaffVillages.Villages seen = villages.mine();
        Funnel funnel = funnels.ofClass(cohort, seen.all() ? Optional.empty() : Optional.of(List.copyOf(seen.ids())));
        return new Report(cohorts.cohort(cohort, funnel.enrolled(), funnel.left()), funnel);
    }

    /**
     * A class at one look.
     *
     * @param stalled how many have done nothing for so many days or longer
     * @param longestStalled the first few of them, the longest first
     */
    public record Overview(Report report, int stalled, List<TraineeProgress> longestStalled) {}

    @Transactional
    public Overview overview(UUID cohort, int stalledDays, int limit) {
        TraineeFilter stalled = TraineeFilter.stalled(stalledDays);
        return new Overview(
                funnel(cohort),
                size(cohort, stalled),
                longestIdleFirst(cohort, stalled, Optional.empty(), limit).rows());
    }

    /** How many are on the list. */
    @Transactional
    public int size(UUID cohort, TraineeFilter list) {
        return lists.count(cohort, list, clock.instant());
    }

    /**
     * A page of the list, in the order people were first known to the county.
     *
     * @param after the last one of the page before
     */
    @Transactional
    public Page<TraineeProgress, UUID> trainees(UUID cohort, TraineeFilter list, Optional<UUID> after, int size) {
        cohorts.require(cohort);
        Instant now = clock.instant();
        Page<TraineeLists.ListedTrainee, UUID> page =
                Page.of(lists.inOrder(cohort, list, after, now, size + 1), size, TraineeLists.ListedTrainee::trainee);
        return new Page<>(withHistory(cohort, list, page.rows(), now), page.next());
    }

    /** A place in a list of those who stand still: the last one before it, and when they had last done something. */
    public record Idle(Instant since, UUID trainee) {}

    /** A page of the list, whoever did nothing for the longest time first. */
    @Transactional
    public Page<TraineeProgress, Idle> longestIdleFirst(
            UUID cohort, TraineeFilter list, Optional<Idle> after, int size) {
        cohorts.require(cohort);
        Instant now = clock.instant();
        Page<TraineeLists.ListedTrainee, Idle> page = Page.of(
                lists.longestIdleFirst(
                        cohort,
                        list,
                        after.map(last -> new TraineeLists.ListedTrainee(last.trainee(), last.since())),
                        now,
                        size + 1),
                size,
                found -> new Idle(found.lastActive(), found.trainee()));
        return new Page<>(withHistory(cohort, list, page.rows(), now), page.next());
    }

    private List<TraineeProgress> withHistory(
            UUID cohort, TraineeFilter list, List<TraineeLists.ListedTrainee> found, Instant now) {
        List<UUID> ids = found.stream().map(TraineeLists.ListedTrainee::trainee).toList();
        Map<UUID, StageHistory> histories = milestones.histories(cohort, ids);
        Map<UUID, PersonView> trainees =
                people.trainees(ids).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
        return found.stream()
                .map(each -> {
                    StageHistory history = histories.get(each.trainee());
                    return TraineeProgress.of(
                            cohort,
                            trainees.get(each.trainee()),
                            history,
                            list.stage(),
                            history.idleDays(each.lastActive(), now));
                })
                .toList();
    }
}
