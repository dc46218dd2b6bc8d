package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.platform.jobs.EachCounty;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.OverdueAttempts;

/** Hands attempts that nobody came back to for as long as their county keeps them to {@link UnfinishedSweepJob}. */
@ApplicationScoped
public class UnfinishedSweep implements RecurringJob {

    private final OverdueAttempts overdue;
    private final AttemptRepository attempts;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final EachCounty counties;

    UnfinishedSweep(
            OverdueAttempts overdue,
            AttemptRepository attempts,
            PracticeConfig config,
            PracticeSettings settings,
            EachCounty counties) {
        this.overdue = overdue;
        this.attempts = attempts;
        this.config = config;
        this.settings = settings;
        this.counties = counties;
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
        counties.run(
                name(),
                () -> overdue.handOver(attempts::abandoned, settings.unfinishedKept(), UnfinishedSweepJob.NAME));
    }
}
