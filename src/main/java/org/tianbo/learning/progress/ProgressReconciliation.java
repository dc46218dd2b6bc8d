package org.tianbo.learning.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.progress.Journal.Completion;
import org.tianbo.learning.sync.Sender;
import org.tianbo.people.People;
import org.tianbo.platform.jobs.Job;

/**
 * Recomputes, from what phones reported, the progress of every learner of a county; counts what differs from the
 * derived rows and puts it right. Nothing should ever differ: a difference is a bug's trace, so it is logged and
 * counted before it is mended.
 *
 * <p>The county's people are gone through in the order of their ids. A page of them is compared at once and without
 * locks; whoever seems to differ is compared again alone, under locks.
 */
@ApplicationScoped
class ProgressReconciliation implements Job {

    static final String NAME = "learning.progress-reconciliation";

    private static final Logger LOG = Logger.getLogger(ProgressReconciliation.class);
    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final People people;
    private final ProgressComparison comparison;
    private final ProgressProjection projection;
    private final OpenedVersions opened;
    private final Curriculum curriculum;
    private final Counter lessonsDiffering;
    private final Counter quizzesDiffering;

    ProgressReconciliation(
            People people,
            ProgressComparison comparison,
            ProgressProjection projection,
            OpenedVersions opened,
            Curriculum curriculum,
            MeterRegistry meters) {
        this.people = people;
        this.comparison = comparison;
        this.projection = projection;
        this.opened = opened;
        this.curriculum = curriculum;
        this.lessonsDiffering = meters.counter("tianbo.derived.differences", "table", "lessons_done");
        this.quizzesDiffering = meters.counter("tianbo.derived.differences", "table", "quiz_results");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        UUID last = BEFORE_ALL;
        List<UUID> page = people.idsAfter(last, AT_ONCE);
        while (!page.isEmpty()) {
            List<UUID> learners = page;
            QuarkusTransaction.requiringNew()
                    .call(() -> comparison.differing(county, learners))
                    .forEach(learner -> checkAlone(new Sender(county, learner, null)));
            noteOpened(county, learners);
            last = page.get(page.size() - 1);
            page = people.idsAfter(last, AT_ONCE);
        }
    }

    /** Of what phones told before this was kept, or while a release went on, too: that is no fault. */
    private void noteOpened(String county, List<UUID> learners) {
        int noted = QuarkusTransaction.requiringNew().call(() -> opened.mend(county, learners));
        if (noted > 0) {
            LOG.infof("%d openings of lessons of %s are noted now", noted, county);
        }
    }

    /** The next night compares again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("The derived rows of %s were not compared with what phones told", county);
    }

    /**
     * One learner whose records cannot be read must not keep the others from being checked, tonight and every night.
     */
    private void checkAlone(Sender learner) {
        try {
            QuarkusTransaction.requiringNew().run(() -> check(learner));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "The standing of %s in %s cannot be checked", learner.person(), learner.county());
        }
    }

    /** The rows are locked before the records are read: whoever appends to both waits, or is not seen in either. */
    private void check(Sender learner) {
        Map<String, Completion> lessons = projection.lockedLessons(learner);
        Map<String, QuizTally> quizzes = projection.lockedQuizzes(learner);
        count(learner, lessonsDiffering, projection.mendLessons(learner, lessons, projection.expectedLessons(learner)));
        count(
                learner,
                quizzesDiffering,
                projection.mendQuizzes(learner, quizzes, projection.expectedQuizzes(learner, curriculum)));
    }

    private static void count(Sender learner, Counter differing, int differences) {
        differing.increment(differences);
        if (differences > 0) {
            LOG.warnf(
                    "%d rows of %s differed from what %s told and were put right",
                    differences, differing.getId().getTag("table"), learner.person());
        }
    }
}
