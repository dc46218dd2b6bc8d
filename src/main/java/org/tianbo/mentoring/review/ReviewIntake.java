package org.tianbo.mentoring.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.tianbo.mentoring.MentoringSettings;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.people.Mentorships.MentorshipEnded;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.AttemptTakenBack;
import org.tianbo.practice.Attempts;
import org.tianbo.practice.RecordingView;

/**
 * What reaches the reviews from other features: attempts handed in and taken back, trainees who change mentor. Always
 * in the publisher's transaction.
 */
@ApplicationScoped
class ReviewIntake {

    private static final Logger LOG = Logger.getLogger(ReviewIntake.class);

    private final ReviewRepository reviews;
    private final People people;
    private final Attempts practice;
    private final MentoringSettings settings;
    private final Clock clock;

    ReviewIntake(ReviewRepository reviews, People people, Attempts practice, MentoringSettings settings, Clock clock) {
        this.reviews = reviews;
        this.people = people;
        this.practice = practice;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the submitter's transaction: an attempt handed in is never without its place in the queue. */
    void queue(@Observes AttemptSubmitted submitted) {
        people.lock(submitted.trainee());
        Review review = reviews.lockedOfAttempt(submitted.attempt()).orElseGet(() -> review(submitted));
        if (review.state == null || review.isWithdrawn()) {
            review.enqueue(reviews.lastAttemptNo(submitted.trainee()) + 1, submitted.at(), settings.due());
            reviews.persist(review);
        }
    }

    private Review review(AttemptSubmitted submitted) {
        RecordingView recording = practice.recording(submitted.attempt());
        Review review = new Review();
        review.id = Ids.next();
        review.trainee = submitted.trainee();
        review.attempt = submitted.attempt();
        review.title = recording.title();
        review.format = recording.format();
        review.draft = Draft.EMPTY;
        return review;
    }

    /** In the transaction of the trainee who takes it back; it fails when a mentor has begun. */
    void withdraw(@Observes AttemptTakenBack takenBack) {
        people.lock(takenBack.trainee());
        Review review = reviews.unlockedOfAttempt(takenBack.attempt()).orElseThrow(ReviewRefused::begun);
        int number = review.attemptNo;
        review.withdraw(clock.instant());
        reviews.flush();
        reviews.moveUp(review.county, review.trainee, number);
    }

    /** What a mentor holds of a trainee who is no longer theirs is free at once, not when the lease runs out. */
    void free(@Observes MentorshipEnded ended) {
        Instant now = clock.instant();
        reviews.claimsOf(ended.mentor(), ended.trainee()).forEach(review -> {
            review.giveBack(ended.mentor(), now);
            LOG.infof("Review %s is free: the trainee changed mentor", review.id);
        });
    }
}
