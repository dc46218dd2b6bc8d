package org.tianbo.learning.items;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.jobs.Job;

/** Counts how the questions of all courses did in a county. */
@ApplicationScoped
class QuestionCount implements Job {

    static final String NAME = "learning.question-count";

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

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        curriculum.courses().forEach(course -> figures.count(curriculum.course(course.slug())));
    }

    /** The next night counts again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("How the questions did in %s was not counted", county);
    }
}
