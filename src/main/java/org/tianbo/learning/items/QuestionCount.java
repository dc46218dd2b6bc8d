package org.tianbo.learning.items;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.jobs.Job;

/** Counts how questions did in a county, of all courses or of one. Nobody waits for it, so it lets others go first. */
@ApplicationScoped
class QuestionCount implements Job {

    static final String NAME = "learning.question-count";

    /** Stands before the slug of a course that is counted alone. */
    static final String COURSE = "course/";

    private static final Logger LOG = Logger.getLogger(QuestionCount.class);

    private final Curriculum curriculum;
    private final QuestionFigures figures;

    QuestionCount(Curriculum curriculum, QuestionFigures figures) {
        this.curriculum = curriculum;
        this.figures = figures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /** @param what the county, as which it runs, or one course; one that is gone meanwhile is not counted */
    @Override
    public void run(String what) {
        curriculum.courses().stream()
                .filter(course -> !what.startsWith(COURSE) || what.equals(COURSE + course.slug()))
                .forEach(course -> figures.count(curriculum.course(course.slug())));
    }

    /** The next night counts again. */
    @Override
    public void onExhausted(String what) {
        LOG.errorf("How the questions did in %s was not counted", what);
    }
}
