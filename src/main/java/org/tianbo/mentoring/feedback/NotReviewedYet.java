package org.tianbo.mentoring.feedback;

import org.tianbo.platform.error.NotFound;

/** There is nothing to read about this attempt, or not yet. */
class NotReviewedYet extends NotFound {

    private static final long serialVersionUID = 1L;

    NotReviewedYet() {
        super("mentoring.not-reviewed-yet");
    }
}
