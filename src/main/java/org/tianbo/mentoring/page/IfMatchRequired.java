package org.tianbo.mentoring.page;

import org.tianbo.platform.error.Fault;

/**
 * A draft is saved over a version that its writer has seen; the request lacks {@code If-Match}, which says which one.
 */
class IfMatchRequired extends Fault {

    private static final long serialVersionUID = 1L;

    IfMatchRequired() {
        super(Kind.PRECONDITION_REQUIRED, "mentoring.version-not-named");
    }
}
