package org.tianbo.practice.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.time.TimeBounds;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.lifecycle.AttemptLifecycle;
import org.tianbo.practice.lookback.AttemptStatus;

/** When trainees mean to rehearse. A little before, their inbox reminds them. */
@ApplicationScoped
public class Bookings {

    /** Nobody plans further ahead, and no phone tells of a booking so long after it was made. */
    private static final Duration FURTHEST = Duration.ofDays(60);

    private final AttemptAccess access;
    private final AttemptLifecycle lifecycle;
    private final Jobs jobs;
    private final PracticeConfig config;
    private final Clock clock;

    Bookings(AttemptAccess access, AttemptLifecycle lifecycle, Jobs jobs, PracticeConfig config, Clock clock) {
        this.access = access;
        this.lifecycle = lifecycle;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Books that time, or moves to it what was booked; again with the same time is the same as once. A phone without a
     * network may tell of it after the time has come: then nobody is reminded.
     */
    @Transactional
    public AttemptStatus book(UUID id, Instant at) {
        Instant now = clock.instant();
        if (!new TimeBounds(now.minus(FURTHEST), now.plus(FURTHEST)).admit(at)) {
            throw Refused.ofField("at", "practice.booked-at-no-time");
        }
        Attempt attempt = access.ownToChange(id);
        attempt.book(at);
        if (at.isAfter(now)) {
            Instant due = at.minus(config.remindedBefore());
            jobs.enqueue(ReminderJob.NAME, ReminderJob.idOf(id, at), attempt.county, due.isBefore(now) ? now : due);
        }
        return lifecycle.status(id);
    }
}
