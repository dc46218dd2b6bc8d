package org.tianbo.practice.upload;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.OverdueAttempts;

/**
 * Hands attempts that nobody came back to for a while over to {@link UnfinishedSweepJob}, which knows for how long its
 * county keeps them.
 */
@ApplicationScoped
public class UnfinishedSweep implements RecurringJob {

    private final OverdueAttempts overdue;
    private final AttemptRepository attempts;
    private final PracticeConfig config;

    UnfinishedSweep(OverdueAttempts overdue, AttemptRepository attempts, PracticeConfig config) {
        this.overdue = overdue;
        this.attempts = attempts;
        this.config = config;
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
        overdue.handOver(attempts::abandoned, PracticeSettings.UNFINISHED_AT_LEAST, UnfinishedSweepJob.NAME);
    }
}
