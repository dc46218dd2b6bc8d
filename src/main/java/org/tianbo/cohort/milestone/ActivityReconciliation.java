package org.tianbo.cohort.milestone;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.learning.LearningProgress;
import org.tianbo.mentoring.PublishedReviews;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.Attempts;
import org.tianbo.store.LastOrders;

/**
 * When a trainee last did something is kept on their enrolments as it happens. Here it is asked anew of the features in
 * which it was done: lessons and quizzes, rehearsals, reviews of them, orders, stages reached. Where an enrolment says
 * otherwise by more than the hour within which {@link Activity} does not write, that is counted and put right. An
 * attempt that was finished and then deleted leaves no time behind: its trainee may have been active until then.
 */
@ApplicationScoped
class ActivityReconciliation implements Job {

    static final String NAME = "cohort.activity-reconciliation";

    private static final Logger LOG = Logger.getLogger(ActivityReconciliation.class);
    private static final int AT_ONCE = 200;

    private final EnrolmentRepository enrolments;
    private final MilestoneRepository milestones;
    private final LearningProgress learning;
    private final Attempts attempts;
    private final PublishedReviews reviews;
    private final LastOrders orders;
    private final Clock clock;
    private final Counter differing;

    ActivityReconciliation(
            EnrolmentRepository enrolments,
            MilestoneRepository milestones,
            LearningProgress learning,
            Attempts attempts,
            PublishedReviews reviews,
            LastOrders orders,
            Clock clock,
            MeterRegistry meters) {
        this.enrolments = enrolments;
        this.milestones = milestones;
        this.learning = learning;
        this.attempts = attempts;
        this.reviews = reviews;
        this.orders = orders;
        this.clock = clock;
        this.differing = meters.counter("tianbo.derived.differences", "table", "enrolments.last_active_at");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        KeysetPages.forEach(after -> compareAfter(county, after));
    }

    /** The next night compares again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("When the trainees of %s last did something was not compared with what they did", county);
    }

    /** @return the last of the page; null when there is none */
    private UUID compareAfter(String county, UUID after) {
        List<EnrolmentRepository.LastActive> page = enrolments.lastActiveAfter(after, AT_ONCE);
        if (page.isEmpty()) {
            return null;
        }
        List<UUID> trainees = page.stream()
                .map(EnrolmentRepository.LastActive::trainee)
                .distinct()
                .toList();
        Map<UUID, Instant> done = lastDone(trainees);
        Map<UUID, Instant> deleted = attempts.lastDeleted(trainees);
        long differences = page.stream()
                .filter(stored -> !stored.agreesWith(done.get(stored.trainee()), deleted.get(stored.trainee())))
                .filter(stored -> enrolments.correct(county, stored, stored.right(done.get(stored.trainee()))))
                .count();
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf("Of %d enrolments it was wrong when something was last done, and was put right", differences);
        }
        return page.get(page.size() - 1).id();
    }

    /** The last time of each trainee in whichever feature; a time that is still to come counts as now. */
    private Map<UUID, Instant> lastDone(List<UUID> trainees) {
        Instant now = clock.instant();
        Map<UUID, Instant> last = new HashMap<>();
        later(last, milestones.lastReached(trainees), now);
        later(last, learning.lastRecorded(trainees), now);
        later(last, attempts.lastFinished(trainees), now);
        later(last, orders.lastOrdered(trainees), now);
        later(
                last,
                reviews.published(trainees).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, published -> published
                                .getValue()
                                .get(published.getValue().size() - 1)
                                .at())),
                now);
        return last;
    }

    private static void later(Map<UUID, Instant> last, Map<UUID, Instant> done, Instant now) {
        done.forEach((trainee, at) ->
                last.merge(trainee, at.isAfter(now) ? now : at, (one, other) -> one.isAfter(other) ? one : other));
    }
}
