package org.tianbo.learning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.Journal.Completion;
import org.tianbo.platform.jobs.Repeated;

/**
 * Works out anew, from what phones told, where every learner stands; counts what differs from the derived rows and puts it
 * right. Nothing should ever differ: a difference is a bug's trace, so it is logged and counted before it is mended.
 */
@ApplicationScoped
class StandingsCheck implements Repeated {

    private static final Logger LOG = Logger.getLogger(StandingsCheck.class);
    private static final int AT_ONCE = 500;

    private final StandingsRebuild rebuild;
    private final Curriculum curriculum;
    private final LearningConfig config;
    private final Counter lessonsDiffering;
    private final Counter quizzesDiffering;

    StandingsCheck(StandingsRebuild rebuild, Curriculum curriculum, LearningConfig config, MeterRegistry meters) {
        this.rebuild = rebuild;
        this.curriculum = curriculum;
        this.config = config;
        this.lessonsDiffering = meters.counter("tianbo.derived.differences", "table", "lessons_done");
        this.quizzesDiffering = meters.counter("tianbo.derived.differences", "table", "quiz_results");
    }

    @Override
    public String name() {
        return "learning.standings-check";
    }

    @Override
    public String schedule() {
        return config.standingsCheck();
    }

    @Override
    public void run() {
        Sender last = StandingsRebuild.BEFORE_ALL;
        List<Sender> learners;
        do {
            Sender after = last;
            learners = QuarkusTransaction.requiringNew().call(() -> rebuild.learnersAfter(after, AT_ONCE));
            for (Sender learner : learners) {
                checkAlone(learner);
                last = learner;
            }
        } while (learners.size() == AT_ONCE);
    }

    /** One learner whose records cannot be read must not keep the others from being checked, tonight and every night. */
    private void checkAlone(Sender learner) {
        try {
            QuarkusTransaction.requiringNew().run(() -> check(learner));
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "The standing of %s in %s cannot be checked", learner.person(), learner.county());
        }
    }

    /** The rows are locked before the records are read: whoever appends to both waits, or is not seen in either. */
    private void check(Sender learner) {
        Map<String, Completion> lessons = rebuild.lockedLessons(learner);
        Map<String, QuizTally> quizzes = rebuild.lockedQuizzes(learner);
        count(learner, lessonsDiffering, rebuild.mendLessons(learner, lessons, rebuild.toldLessons(learner)));
        count(
                learner,
                quizzesDiffering,
                rebuild.mendQuizzes(learner, quizzes, rebuild.toldQuizzes(learner, curriculum)));
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
