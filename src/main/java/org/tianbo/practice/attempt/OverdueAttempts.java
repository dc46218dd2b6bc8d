package org.tianbo.practice.attempt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.attempt.AttemptRepository.Name;

/** Hands attempts that have waited for too long to a job each, county by county, as far as they can be seen. */
@ApplicationScoped
public class OverdueAttempts {

    private static final int AT_ONCE = 500;

    private final Jobs jobs;
    private final Clock clock;

    OverdueAttempts(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Finds some of them. */
    public interface Search {

        /** @param after the last one found before @return in order of their names */
        List<Name> find(Name after, Instant before, int most);
    }

    /** @param waited for how long @param job name of the one that each is handed to */
    public void handOver(Search search, Duration waited, String job) {
        Instant before = clock.instant().minus(waited);
        Name last = Name.BEFORE_ALL;
        List<Name> found;
        do {
            Name after = last;
            found = QuarkusTransaction.requiringNew().call(() -> enqueued(search.find(after, before, AT_ONCE), job));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (found.size() == AT_ONCE);
    }

    private List<Name> enqueued(List<Name> found, String job) {
        found.forEach(one -> jobs.enqueue(job, one.id().toString(), one.county()));
        return found;
    }
}
