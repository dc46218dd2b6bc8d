package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** A published review is final. */
class AlreadyPublished extends Fault {

    private static final long serialVersionUID = 1L;

    AlreadyPublished() {
        super(Kind.CONFLICT, "mentoring.already-published");
    }
}
