package org.tianbo.cohort.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.AttemptFinished;
import org.tianbo.store.OrdersImported;

/**
 * When each trainee last did something: lessons, quizzes, rehearsals, orders, and every stage reached, also one reached
 * before. Stored within the publisher's transaction, on every class the trainee is in.
 */
@ApplicationScoped
class Activity {

    private final EnrolmentRepository enrolments;
    private final CurrentCounty county;
    private final Clock clock;

    Activity(EnrolmentRepository enrolments, CurrentCounty county, Clock clock) {
        this.enrolments = enrolments;
        this.county = county;
        this.clock = clock;
    }

    /** Lessons, answers, ticks and readings, as phones reported them. */
    void learned(@Observes RecordsSynced synced) {
        synced.records().stream()
                .map(RecordsSynced.Synced::at)
                .max(Instant::compareTo)
                .ifPresent(at -> active(synced.person(), at));
    }

    void practised(@Observes AttemptFinished attempt) {
        active(attempt.trainee(), attempt.at());
    }

    void sold(@Observes OrdersImported orders) {
        active(orders.trainee(), orders.latest());
    }

    /** @param at as reported; a clock that is ahead counts as now */
    void active(UUID trainee, Instant at) {
        Instant now = clock.instant();
        enrolments.active(county.id(), trainee, at.isAfter(now) ? now : at);
    }
}
