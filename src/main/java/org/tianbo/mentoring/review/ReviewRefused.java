package org.tianbo.mentoring.review;

import java.util.Map;
import org.tianbo.platform.error.Refused;

/** What was asked of a review and not done. */
final class ReviewRefused {

    private ReviewRefused() {}

    /** A mentor has begun to grade it, so that its trainee cannot take it back. */
    static Refused begun() {
        return Refused.conflict("mentoring.review-begun");
    }

    /** A review is claimed before it is written. */
    static Refused notClaimed() {
        return Refused.conflict("mentoring.not-claimed");
    }

    /** The lease belongs to another mentor, who may have taken it over after this one's had run out. */
    static Refused leaseHeldByOther() {
        return Refused.conflict("mentoring.lease-is-anothers");
    }

    /** Somebody, perhaps the same mentor in another window, saved in between; {@code current} is what stands now. */
    static Refused draftStale(ReviewView current) {
        return Refused.stale("mentoring.draft-stale").with("current", current);
    }

    /**
     * Not ready for the trainee; every criterion that lacks something is named.
     *
     * @param fields code by field
     */
    static Refused incomplete(Map<String, String> fields) {
        Refused refused = Refused.invalid("mentoring.incomplete");
        fields.forEach(refused::field);
        return refused;
    }

    /** A published review is final. */
    static Refused alreadyPublished() {
        return Refused.conflict("mentoring.already-published");
    }

    /** There is nothing to take back: it is not published, or it has gone out to the trainee. */
    static Refused undoTooLate() {
        return Refused.conflict("mentoring.undo-too-late");
    }
}
