package org.tianbo.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What is about to be lost of what a trainee has begun. */
@ApplicationScoped
public class UnfinishedAttempts {

    private final PracticeConfig config;
    private final Clock clock;

    UnfinishedAttempts(PracticeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Of which of these what was sent is deleted within days unless somebody comes back to it, the soonest first. */
    public List<DeletedSoon> deletedSoon(List<AttemptItem> attempts) {
        Instant warned = clock.instant().plus(config.warnedBefore());
        return attempts.stream()
                .flatMap(item -> item.keptUntil(config.unfinishedRetention()).stream()
                        .map(at -> new DeletedSoon(
                                item.id(), item.title(), item.state().equals("failed"), at)))
                .filter(item -> item.at().isBefore(warned))
                .sorted(Comparator.comparing(DeletedSoon::at))
                .toList();
    }
}
