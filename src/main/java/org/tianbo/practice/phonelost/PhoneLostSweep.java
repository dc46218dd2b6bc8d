package org.tianbo.practice.phonelost;

import jakarta.enterprise.context.ApplicationScoped;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.OverdueAttempts;

/** Hands attempts whose phone has been silent for days to {@link PhoneLostJob}. */
@ApplicationScoped
public class PhoneLostSweep implements RecurringJob {

    private final OverdueAttempts overdue;
    private final AttemptRepository attempts;
    private final PracticeConfig config;

    PhoneLostSweep(OverdueAttempts overdue, AttemptRepository attempts, PracticeConfig config) {
        this.overdue = overdue;
        this.attempts = attempts;
        this.config = config;
    }

    @Override
    public String name() {
        return "practice.phone-lost";
    }

    @Override
    public String schedule() {
        return config.phoneLostSweep();
    }

    @Override
    public void run() {
        overdue.handOver(attempts::silent, config.phoneAwaited(), PhoneLostJob.NAME);
    }
}
