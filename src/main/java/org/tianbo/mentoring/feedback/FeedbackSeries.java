package org.tianbo.mentoring.feedback;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.mentoring.ReviewSummary;

/**
 * A trainee's feedbacks up to one of them. What is given later changes nothing of it, even when an earlier rehearsal is
 * graded after a later one.
 *
 * @param number of that feedback, counted from 1 in the order they were given
 * @param scores of the rehearsals that were graded by then, by the same rubric, and handed in no later, in the order
 *     they were handed in; that feedback's own is the last
 * @param otherBefore whether the rehearsal before was graded by another rubric: points of two say nothing beside each
 *     other
 */
record FeedbackSeries(int number, List<Integer> scores, boolean otherBefore) {

    /** @param given what has gone out to the trainee, in the order it was given */
    static FeedbackSeries upTo(UUID review, List<ReviewSummary> given) {
        int at = given.stream().map(ReviewSummary::review).toList().indexOf(review);
        ReviewSummary own = given.get(at);
        List<ReviewSummary> before = given.subList(0, at).stream()
                .filter(one -> !one.submittedAt().isAfter(own.submittedAt()))
                .sorted(Comparator.comparing(ReviewSummary::submittedAt))
                .toList();
        return new FeedbackSeries(
                at + 1,
                Stream.concat(before.stream().filter(one -> isAlike(one, own)), Stream.of(own))
                        .map(ReviewSummary::score)
                        .toList(),
                !before.isEmpty() && !isAlike(before.get(before.size() - 1), own));
    }

    private static boolean isAlike(ReviewSummary one, ReviewSummary other) {
        return rubric(one).equals(rubric(other));
    }

    /** A county's own is the same rubric whatever rules the content had beside it: {@code own-3.hash}. */
    private static String rubric(ReviewSummary given) {
        String version = given.rubricVersion();
        return version.startsWith("own-") ? version.substring(0, version.indexOf('.')) : version;
    }

    /** The score of the rehearsal before; empty also where it was graded by another rubric. */
    Optional<Integer> previous() {
        return scores.size() > 1 && !otherBefore ? Optional.of(scores.get(scores.size() - 2)) : Optional.empty();
    }
}
