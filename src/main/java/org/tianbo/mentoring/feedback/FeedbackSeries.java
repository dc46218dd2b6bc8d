package org.tianbo.mentoring.feedback;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.mentoring.ReviewSummary;

/**
 * A trainee's feedbacks up to one of them. What is given later changes nothing of it, even when an earlier rehearsal is
 * graded after a later one.
 *
 * @param number of that feedback, counted from 1 in the order they were given
 * @param scores of the rehearsals that were graded by then and handed in no later, in the order they were handed in;
 *     that feedback's own is the last
 */
record FeedbackSeries(int number, List<Integer> scores) {

    /** @param given what has gone out to the trainee, in the order it was given */
    static FeedbackSeries upTo(UUID review, List<ReviewSummary> given) {
        int at = given.stream().map(ReviewSummary::review).toList().indexOf(review);
        Instant submittedAt = given.get(at).submittedAt();
        return new FeedbackSeries(
                at + 1,
                given.subList(0, at + 1).stream()
                        .filter(one -> !one.submittedAt().isAfter(submittedAt))
                        .sorted(Comparator.comparing(ReviewSummary::submittedAt))
                        .map(ReviewSummary::score)
                        .toList());
    }

    /** The score of the rehearsal before. */
    Optional<Integer> previous() {
        return scores.size() > 1 ? Optional.of(scores.get(scores.size() - 2)) : Optional.empty();
    }
}
