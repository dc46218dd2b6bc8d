package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** Another mentor works on it, or took it over after this one's lease had run out. */
class LeaseHeldByOther extends Fault {

    private static final long serialVersionUID = 1L;

    LeaseHeldByOther() {
        super(Kind.CONFLICT, "mentoring.lease-is-anothers");
    }
}
