package org.tianbo.mentoring.page;

import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Who sees every review of the county; a mentor sees those of their own trainees. */
final class Staff {

    private Staff() {}

    static boolean is(SignedIn reader) {
        return reader.is(Roles.COORDINATOR) || reader.is(Roles.OFFICER) || reader.is(Roles.AUDITOR);
    }
}
