package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** A mentor has begun to grade it, so that its trainee cannot take it back. */
class ReviewBegun extends Fault {

    private static final long serialVersionUID = 1L;

    ReviewBegun() {
        super(Kind.CONFLICT, "mentoring.review-begun");
    }
}
