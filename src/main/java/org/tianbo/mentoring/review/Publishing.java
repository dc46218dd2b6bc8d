package org.tianbo.mentoring.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.mentoring.rubric.CountyRubrics;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.Attempts;

/**
 * Sends a review out when the time to take it back is over. Everything the trainee and other features see of it begins
 * then, by a job that outlives the replica; until then the review is published for its mentor alone.
 */
@ApplicationScoped
class Publishing implements Job {

    static final String NAME = "mentoring.send-out";

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    private final ReviewRepository reviews;
    private final Attempts practice;
    private final CountyRubrics rubrics;
    private final Event<ReviewPublished> published;
    private final Jobs jobs;
    private final UndoWindow window;
    private final Clock clock;

    Publishing(
            ReviewRepository reviews,
            Attempts practice,
            CountyRubrics rubrics,
            Event<ReviewPublished> published,
            Jobs jobs,
            UndoWindow window,
            Clock clock) {
        this.reviews = reviews;
        this.practice = practice;
        this.rubrics = rubrics;
        this.published = published;
        this.jobs = jobs;
        this.window = window;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    void publish(Review review, UUID mentor, Rubric rubric) {
        Instant now = clock.instant();
        review.publish(mentor, rubric, now, window.length());
        if (review.undoableUntil == null) {
            sendOut(review);
        } else {
            jobs.enqueue(NAME, work(review), review.county, review.undoableUntil);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String work) {
        waiting(work, review -> {
            review.sendOut(rubrics.version(review.rubricVersion));
            sendOut(review);
        });
    }

    /** A review that cannot go out is not published for ever unseen: it is back in the queue, and its draft with it. */
    @Override
    public void onExhausted(String work) {
        waiting(work, Review::returnToQueue);
        LOG.errorf("Review %s could not be sent out and waits for a mentor again", work);
    }

    private void waiting(String work, Consumer<Review> then) {
        UUID id = UUID.fromString(work.substring(0, work.indexOf('@')));
        QuarkusTransaction.requiringNew().run(() -> reviews.locked(id)
                .filter(review -> review.undoableUntil != null && work.equals(work(review)))
                .ifPresent(then));
    }

    private void sendOut(Review review) {
        practice.reviewed(review.attempt);
        published.fire(new ReviewPublished(
                review.county,
                review.trainee,
                review.attempt,
                review.id,
                review.score,
                review.vetoed,
                review.publishedAt));
        LOG.infof("Review %s of attempt %s went out", review.id, review.attempt);
    }

    /** One publishing of a review: the job of one that was taken back finds another time and does nothing. */
    private static String work(Review review) {
        return review.id + "@" + review.publishedAt.toEpochMilli();
    }
}
