package org.tianbo.home;

import org.tianbo.platform.error.Fault;

/** Keycloak did not sign somebody in, and beginning anew at once would not help. */
class SignInRefused extends Fault {

    private static final long serialVersionUID = 1L;

    SignInRefused() {
        super(Kind.MALFORMED, "request.sign-in-failed");
    }
}
