package org.tianbo.mentoring.page;

import org.tianbo.platform.error.Fault;

/** A draft is saved over a version its writer has seen: {@code If-Match} says which. */
class IfMatchRequired extends Fault {

    private static final long serialVersionUID = 1L;

    IfMatchRequired() {
        super(Kind.PRECONDITION_REQUIRED, "mentoring.version-not-named");
    }
}
