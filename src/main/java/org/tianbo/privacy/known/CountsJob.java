package org.tianbo.privacy.known;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/** Counts what a county holds of people. */
@ApplicationScoped
class CountsJob implements Job {

    static final String NAME = "privacy.counts";

    private static final Logger LOG = Logger.getLogger(CountsJob.class);

    private final KnownCounts counts;

    CountsJob(KnownCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        counts.count();
    }

    /** The sheet says when it was counted last; the next night tries again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("What %s holds was not counted", county);
    }
}
