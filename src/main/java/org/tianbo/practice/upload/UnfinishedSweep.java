package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.OverdueAttempts;

/** Hands attempts that nobody came back to for as long as their county keeps them to {@link UnfinishedSweepJob}. */
@ApplicationScoped
public class UnfinishedSweep implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(UnfinishedSweep.class);

    private final OverdueAttempts overdue;
    private final AttemptRepository attempts;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final CountyIds counties;
    private final CurrentCounty current;

    UnfinishedSweep(
            OverdueAttempts overdue,
            AttemptRepository attempts,
            PracticeConfig config,
            PracticeSettings settings,
            CountyIds counties,
            CurrentCounty current) {
        this.overdue = overdue;
        this.attempts = attempts;
        this.config = config;
        this.settings = settings;
        this.counties = counties;
        this.current = current;
    }

    @Override
    public String name() {
        return "practice.unfinished";
    }

    @Override
    public String schedule() {
        return config.unfinishedSweep();
    }

    @Override
    public void run() {
        counties.ids().forEach(county -> current.run(county, () -> handOver(county)));
    }

    /** What one county set wrong stops none behind it; the next round tries that one again. */
    private void handOver(String county) {
        try {
            overdue.handOver(attempts::abandoned, settings.unfinishedKept(), UnfinishedSweepJob.NAME);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "What nobody came back to in %s is not handed in to be deleted", county);
        }
    }
}
