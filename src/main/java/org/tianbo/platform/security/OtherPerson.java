package org.tianbo.platform.security;

import org.tianbo.platform.error.Fault;

/** A phone brings what one person did, in the session of another. */
class OtherPerson extends Fault {

    private static final long serialVersionUID = 1L;

    OtherPerson() {
        super(Kind.CONFLICT, "request.other-person");
    }
}
