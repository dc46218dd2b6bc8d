package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Missing;

/** No such review for this reader. */
public class ReviewUnknown extends Missing {

    private static final long serialVersionUID = 1L;

    public ReviewUnknown() {
        super("mentoring.review-unknown");
    }
}
