package org.tianbo.mentoring.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.draft.Highlights;
import org.tianbo.people.PersonView;

/**
 * A review as programs see it.
 *
 * @param attemptNo counts the trainee's submitted attempts from 1
 * @param mentor who holds or published it, null while it waits
 * @param undoableUntil until then it can be taken back and the trainee sees nothing of it; null once it went out
 * @param rubricVersion pinned at the first claim, null before
 * @param marked how many criteria have a score
 * @param score 0–100; null until every criterion has a score
 * @param missing fields that still keep it from being published
 * @param highlights what the trainee would see first
 * @param version the {@code ETag}; goes into {@code If-Match} of the next save
 */
public record ReviewView(
        UUID id,
        Trainee trainee,
        UUID attempt,
        int attemptNo,
        String title,
        String format,
        State state,
        UUID mentor,
        Instant submittedAt,
        Instant dueAt,
        Instant leaseUntil,
        Instant savedAt,
        Instant publishedAt,
        Instant undoableUntil,
        String rubricVersion,
        Draft draft,
        int marked,
        Integer score,
        List<String> missing,
        Highlights highlights,
        long version) {

    public record Trainee(UUID id, String name, String town, String village) {}

    /** As clients see it: a claim whose lease ran out waits again. */
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("claimed")
        CLAIMED,
        @JsonProperty("published")
        PUBLISHED
    }

    /** @param rubric by which the review is scored, or would be */
    static ReviewView of(Review review, PersonView trainee, Rubric rubric, Instant now) {
        boolean open = review.open(now);
        Map<String, Integer> scores = review.draft.scores();
        return new ReviewView(
                review.id,
                new Trainee(trainee.id(), trainee.name(), trainee.town(), trainee.village()),
                review.attempt,
                review.attemptNo,
                review.title,
                review.format,
                open ? State.WAITING : State.valueOf(review.state.name()),
                open ? null : review.mentor,
                review.submittedAt,
                review.dueAt,
                open ? null : review.leaseUntil,
                review.savedAt,
                review.publishedAt,
                review.undoableUntil,
                review.rubricVersion,
                review.draft,
                scores.size(),
                rubric.unscored(scores).isEmpty() ? rubric.score(scores) : null,
                List.copyOf(review.draft.missing(rubric).keySet()),
                Highlights.of(review.draft, rubric),
                review.version);
    }
}
