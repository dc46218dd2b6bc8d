package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Job;

/**
 * Evaluates every store of a county: once a month, and when its threshold changed. Each run sees to the next month's.
 */
@ApplicationScoped
public class IncomeStabilityJob implements Job {

    static final String NAME = "store.steadiness";

    private static final Logger LOG = Logger.getLogger(IncomeStabilityJob.class);

    private final IncomeStability stability;

    IncomeStabilityJob(IncomeStability stability) {
        this.stability = stability;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        stability.evaluateAll();
        stability.planNext();
    }

    /** The next month's run evaluates what this one could not. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("The steadiness of stores was not judged: %s", id);
        stability.planNext();
    }
}
