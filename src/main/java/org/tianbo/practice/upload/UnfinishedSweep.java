package org.tianbo.practice.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptRepository.Name;

/** Finds, county by county, the attempts that nobody has come back to, and hands each to {@link UnfinishedSweepJob}. */
@ApplicationScoped
public class UnfinishedSweep implements RecurringJob {

    private static final int AT_ONCE = 500;

    private final AttemptRepository attempts;
    private final Jobs jobs;
    private final PracticeConfig config;
    private final Clock clock;

    UnfinishedSweep(AttemptRepository attempts, Jobs jobs, PracticeConfig config, Clock clock) {
        this.attempts = attempts;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
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
        Instant before = clock.instant().minus(config.unfinishedRetention());
        Name last = Name.BEFORE_ALL;
        List<Name> found;
        do {
            Name after = last;
            found = QuarkusTransaction.requiringNew().call(() -> handOver(after, before));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (found.size() == AT_ONCE);
    }

    private List<Name> handOver(Name after, Instant before) {
        List<Name> found = attempts.abandoned(after, before, AT_ONCE);
        found.forEach(one -> jobs.enqueue(UnfinishedSweepJob.NAME, one.id().toString(), one.county()));
        return found;
    }
}
