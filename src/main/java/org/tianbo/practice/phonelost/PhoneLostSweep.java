package org.tianbo.practice.phonelost;

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

/** Finds, county by county, attempts whose phone has been silent for days, and hands each to {@link PhoneLostJob}. */
@ApplicationScoped
public class PhoneLostSweep implements RecurringJob {

    private static final int AT_ONCE = 500;

    private final AttemptRepository attempts;
    private final Jobs jobs;
    private final PracticeConfig config;
    private final Clock clock;

    PhoneLostSweep(AttemptRepository attempts, Jobs jobs, PracticeConfig config, Clock clock) {
        this.attempts = attempts;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
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
        Instant before = clock.instant().minus(config.phoneAwaited());
        Name last = Name.BEFORE_ALL;
        List<Name> found;
        do {
            Name after = last;
            found = QuarkusTransaction.requiringNew().call(() -> handOver(after, before));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (found.size() == AT_ONCE);
    }

    private List<Name> handOver(Name after, Instant before) {
        List<Name> found = attempts.silent(after, before, AT_ONCE);
        found.forEach(one -> jobs.enqueue(PhoneLostJob.NAME, one.id().toString(), one.county()));
        return found;
    }
}
