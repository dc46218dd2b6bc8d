package org.tianbo.mentoring.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Text;
import org.tianbo.mentoring.draft.Compliance;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.draft.Moment;
import org.tianbo.platform.data.Ids;

/** A small rubric, a review by it, and the moments that tests speak of. */
public final class SampleReviews {

    public static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");
    public static final Duration LEASE = Duration.ofHours(2);
    public static final long FIVE_MINUTES = 300_000;
    public static final UUID CHEN = Ids.next();
    public static final UUID LI = Ids.next();
    public static final Compliance NO_RULE_BROKEN = new Compliance(false, null, null);

    private static final Text TEXT = new Text("字", "word");

    public static final Rubric RUBRIC = new Rubric(
            "default",
            "0123456789abcdef",
            TEXT,
            List.of(criterion("opening", 20), criterion("explanation", 50), criterion("close", 30)),
            new Rubric.Veto("compliance", TEXT, TEXT, List.of("no-absolute-claims")));

    private SampleReviews() {}

    public static Review waiting() {
        Review review = new Review();
        review.id = Ids.next();
        review.trainee = Ids.next();
        review.attempt = Ids.next();
        review.submittedAt = NOON;
        review.dueAt = NOON.plus(Duration.ofHours(72));
        review.state = Review.State.WAITING;
        review.draft = Draft.EMPTY;
        return review;
    }

    public static Review claimedByChen() {
        Review review = waiting();
        review.claim(CHEN, RUBRIC.version(), NOON, LEASE);
        return review;
    }

    public static Draft draft(Map<String, Integer> scores, Moment... moments) {
        return new Draft(scores, NO_RULE_BROKEN, List.of(moments), List.of(), null, null);
    }

    public static Draft complete(Moment... moments) {
        return draft(Map.of("opening", 4, "explanation", 3, "close", 5), moments);
    }

    public static Moment good(String criterion, long fromMs) {
        return new Moment(Ids.next(), fromMs, null, criterion, Moment.Kind.WELL_DONE, "好");
    }

    public static Moment change(String criterion, long fromMs) {
        return new Moment(Ids.next(), fromMs, null, criterion, Moment.Kind.CHANGE, "先报价");
    }

    public static Moment span(long fromMs, long toMs) {
        return new Moment(Ids.next(), fromMs, toMs, "opening", Moment.Kind.CHANGE, "慢一点");
    }

    private static Rubric.Criterion criterion(String id, int weight) {
        return new Rubric.Criterion(
                id, weight, TEXT, TEXT, Stream.generate(() -> TEXT).limit(6).toList());
    }
}
