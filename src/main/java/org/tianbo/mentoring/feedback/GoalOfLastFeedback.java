package org.tianbo.mentoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.mentoring.draft.Moment;
import org.tianbo.mentoring.review.ReviewRepository;
import org.tianbo.practice.PlanHints;

/** The one thing the trainee's latest feedback asks to change becomes the goal of the next rehearsal. */
@ApplicationScoped
class GoalOfLastFeedback implements PlanHints {

    private final ReviewRepository reviews;

    GoalOfLastFeedback(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    /** Empty also where the latest feedback asks for nothing. */
    @Override
    @Transactional
    public Optional<String> goalOf(UUID trainee) {
        return reviews.latestPublished(trainee)
                .map(review -> review.draft)
                .filter(draft -> draft.change() != null)
                .flatMap(draft -> draft.moment(draft.change()))
                .map(Moment::words)
                .filter(words -> !words.isBlank());
    }
}
