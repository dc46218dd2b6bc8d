package org.tianbo.mentoring;

import org.tianbo.platform.error.Missing;

/** No such review for this reader. */
class ReviewUnknown extends Missing {

    private static final long serialVersionUID = 1L;

    ReviewUnknown() {
        super("mentoring.review-unknown");
    }
}
