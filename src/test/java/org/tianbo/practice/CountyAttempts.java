package org.tianbo.practice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;

/** Attempts as the database holds them, and what befalls them without anybody asking, for tests. */
@ApplicationScoped
public class CountyAttempts {

    private final AttemptRepository attempts;
    private final Session entities;
    private final CurrentCounty currentCounty;

    CountyAttempts(AttemptRepository attempts, Session entities, CurrentCounty currentCounty) {
        this.attempts = attempts;
        this.entities = entities;
        this.currentCounty = currentCounty;
    }

    /** The workers tried as often as they may, and there is no recording. */
    @ActivateRequestContext
    public void exhausted(String county, UUID id) {
        change(county, id, attempt -> {
            attempt.recording = null;
            attempt.failure = "practice.not-made";
            attempt.state = AttemptState.FAILED;
            return attempt;
        });
    }

    /** The machine has not managed it so far, and goes on trying. */
    @ActivateRequestContext
    public void isBusy(String county, UUID id) {
        change(county, id, attempt -> {
            attempt.retry();
            attempt.troubled(Instant.now(), Duration.ofHours(6));
            return attempt;
        });
    }

    /** As if the machine had not managed it for so long. */
    @ActivateRequestContext
    public void hasBeenTroubledFor(String county, UUID id, Duration howLong) {
        change(county, id, attempt -> {
            attempt.troubledSince = attempt.troubledSince.minus(howLong);
            return attempt;
        });
    }

    @ActivateRequestContext
    public Attempt attempt(String county, UUID id) {
        return change(county, id, attempt -> attempt);
    }

    /** A mentor reviewed it, and it was finished then. */
    @ActivateRequestContext
    public void reviewedLongAgo(String county, UUID id, Instant finishedAt) {
        change(county, id, attempt -> {
            attempt.review();
            attempt.finishedAt = finishedAt;
            return attempt;
        });
    }

    /** Removes at once what the county no longer keeps, as a worker would. @return how much was removed */
    @ActivateRequestContext
    public int remove(String county, RetentionRule rule, Instant before) {
        return currentCounty.as(county, () -> rule.remove(before));
    }

    /** Does the work at once, as a worker would. */
    @ActivateRequestContext
    public void run(String county, Job job, UUID id) {
        currentCounty.run(county, () -> job.run(id.toString()));
    }

    /** When the work is due, as the scheduler's own table says. */
    @ActivateRequestContext
    public Instant due(String county, String job, UUID id) {
        return currentCounty.as(county, () -> QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select execution_time from scheduled_tasks where task_name = :job and task_instance = :id",
                        Instant.class)
                .setParameter("job", job)
                .setParameter("id", county + "/" + id)
                .getSingleResult()));
    }

    /** The days until the work is due are over. */
    @ActivateRequestContext
    public void makeDue(String county, String job, UUID id) {
        currentCounty.run(county, () -> QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(
                        "update scheduled_tasks set execution_time = now() where task_name = :job and task_instance ="
                                + " :id")
                .setParameter("job", job)
                .setParameter("id", county + "/" + id)
                .executeUpdate()));
    }

    /** As if nobody had come back to it for so long. */
    @ActivateRequestContext
    public void rest(String county, UUID id, Duration howLong) {
        currentCounty.run(county, () -> QuarkusTransaction.requiringNew().run(() -> entities.createNativeMutationQuery(
                        "update attempts set created_at = created_at - cast(:ago as interval), last_chunk_at ="
                                + " last_chunk_at - cast(:ago as interval), finished_at = finished_at - cast(:ago as"
                                + " interval) where id = :id")
                .setParameter("ago", howLong.toString())
                .setParameter("id", id)
                .executeUpdate()));
    }

    /** A round over all counties, as a worker would run it. */
    @ActivateRequestContext
    public void everywhere(Runnable round) {
        currentCounty.run(CurrentCounty.ROOT, round);
    }

    private Attempt change(String county, UUID id, Function<Attempt, Attempt> how) {
        return currentCounty.as(county, () -> QuarkusTransaction.requiringNew()
                .call(() -> how.apply(attempts.toChange(id).orElseThrow())));
    }
}
