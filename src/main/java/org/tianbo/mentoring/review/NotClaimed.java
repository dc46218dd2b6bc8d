package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** A review is claimed before it is written. */
class NotClaimed extends Fault {

    private static final long serialVersionUID = 1L;

    NotClaimed() {
        super(Kind.CONFLICT, "mentoring.not-claimed");
    }
}
