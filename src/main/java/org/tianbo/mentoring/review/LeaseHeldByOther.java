package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** The lease belongs to another mentor, who may have taken it over after this one's had run out. */
class LeaseHeldByOther extends Fault {

    private static final long serialVersionUID = 1L;

    LeaseHeldByOther() {
        super(Kind.CONFLICT, "mentoring.lease-is-anothers");
    }
}
