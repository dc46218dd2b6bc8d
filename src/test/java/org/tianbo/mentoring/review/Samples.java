package org.tianbo.mentoring.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.data.Ids;

/** A small rubric, a review by it, and the moments that tests speak of. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");
    static final Duration LEASE = Duration.ofHours(2);
    static final long FIVE_MINUTES = 300_000;
    static final UUID CHEN = Ids.next();
    static final UUID LI = Ids.next();
    static final Compliance KEPT_ALL_RULES = new Compliance(false, null, null);

    private static final Text TEXT = new Text("字", "word");

    static final Rubric RUBRIC = new Rubric(
            "default",
            "0123456789abcdef",
            TEXT,
            List.of(criterion("opening", 20), criterion("explanation", 50), criterion("close", 30)),
            new Rubric.Veto("compliance", TEXT, TEXT, List.of("no-absolute-claims")));

    private Samples() {}

    static Review waiting() {
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

    static Review claimedByChen() {
        Review review = waiting();
        review.claim(CHEN, RUBRIC.version(), NOON, LEASE);
        return review;
    }

    static Draft draft(Map<String, Integer> marks, Moment... moments) {
        return new Draft(marks, KEPT_ALL_RULES, List.of(moments), List.of(), null, null);
    }

    static Draft complete(Moment... moments) {
        return draft(Map.of("opening", 4, "explanation", 3, "close", 5), moments);
    }

    static Moment good(String criterion, long fromMs) {
        return new Moment(Ids.next(), fromMs, null, criterion, Moment.Kind.WELL_DONE, "好");
    }

    static Moment change(String criterion, long fromMs) {
        return new Moment(Ids.next(), fromMs, null, criterion, Moment.Kind.CHANGE, "先报价");
    }

    static Moment span(long fromMs, long toMs) {
        return new Moment(Ids.next(), fromMs, toMs, "opening", Moment.Kind.CHANGE, "慢一点");
    }

    private static Rubric.Criterion criterion(String id, int weight) {
        return new Rubric.Criterion(
                id, weight, TEXT, TEXT, Stream.generate(() -> TEXT).limit(6).toList());
    }
}
