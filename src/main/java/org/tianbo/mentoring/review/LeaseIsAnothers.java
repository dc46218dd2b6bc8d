package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** Another mentor works on it, or took it over after this one's lease had run out. */
class LeaseIsAnothers extends Fault {

    private static final long serialVersionUID = 1L;

    LeaseIsAnothers() {
        super(Kind.CONFLICT, "mentoring.lease-is-anothers");
    }
}
