package org.tianbo.mentoring.review;

import org.tianbo.platform.error.NotFound;

/** No such review for this reader. */
public class ReviewUnknown extends NotFound {

    private static final long serialVersionUID = 1L;

    public ReviewUnknown() {
        super("mentoring.review-unknown");
    }
}
