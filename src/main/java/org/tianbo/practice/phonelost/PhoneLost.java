package org.tianbo.practice.phonelost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.AttemptFinished;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.PhoneLoss;

/**
 * Finishes an attempt whose phone is gone: with the chunks that have arrived, and with what viewers were sent where
 * chunks are missing.
 */
@ApplicationScoped
public class PhoneLost {

    /** A phone that records sends something every few seconds; this long may a tunnel be. */
    private static final Duration TUNNEL = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(PhoneLost.class);

    private final AttemptAccess access;
    private final AttemptRepository attempts;
    private final ArrivedTakes takes;
    private final Jobs jobs;
    private final Event<AttemptFinished> finished;
    private final PracticeConfig config;
    private final Clock clock;

    PhoneLost(
            AttemptAccess access,
            AttemptRepository attempts,
            ArrivedTakes takes,
            Jobs jobs,
            Event<AttemptFinished> finished,
            PracticeConfig config,
            Clock clock) {
        this.access = access;
        this.attempts = attempts;
        this.takes = takes;
        this.jobs = jobs;
        this.finished = finished;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whoever records it says that its phone does not come back. Again is the same as once.
     *
     * @throws Refused while something of it is still coming in, or nothing ever came
     */
    @Transactional
    public void finish(UUID id) {
        Attempt attempt = access.sendableToChange(id);
        if (attempt.phoneLostAt != null) {
            return;
        }
        if (attempt.state == AttemptState.PLANNED) {
            throw PhoneLostRefused.nothingCame();
        }
        if (attempt.state == AttemptState.UPLOADING && !isSilent(attempt, TUNNEL)) {
            throw PhoneLostRefused.stillSending();
        }
        finish(attempt);
    }

    /** Nothing has come for as long as an attempt waits. */
    @Transactional
    void finishAbandoned(UUID id) {
        attempts.toChange(id)
                .filter(attempt -> attempt.state == AttemptState.UPLOADING && isSilent(attempt, config.phoneAwaited()))
                .ifPresent(this::finish);
    }

    private boolean isSilent(Attempt attempt, Duration how) {
        return attempt.lastChunkAt == null || attempt.lastChunkAt.plus(how).isBefore(clock.instant());
    }

    private void finish(Attempt attempt) {
        Instant now = clock.instant();
        PhoneLoss.finish(attempt, now);
        takes.end(attempt.id, attempt.createdAt);
        jobs.enqueue(AttemptJobs.RECORDING, attempt.id.toString(), attempt.county);
        // What its host did last was to record, however long we waited after that.
        Instant at = attempt.lastChunkAt == null ? now : attempt.lastChunkAt;
        finished.fire(new AttemptFinished(attempt.county, attempt.trainee, attempt.id, at));
        LOG.infof("Attempt %s finished without its phone", attempt.id);
    }
}
