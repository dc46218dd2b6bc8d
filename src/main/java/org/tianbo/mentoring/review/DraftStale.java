package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** Somebody, perhaps the same mentor in another window, saved in between; {@code current} is what stands now. */
class DraftStale extends Fault {

    private static final long serialVersionUID = 1L;

    DraftStale(ReviewView current) {
        super(Kind.STALE, "mentoring.draft-stale");
        with("current", current);
    }
}
