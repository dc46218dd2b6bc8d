package org.tianbo.platform.security;

import org.tianbo.platform.error.Fault;

/** Not a logout token of Keycloak's, or too old. */
class LogoutTokenRefused extends Fault {

    private static final long serialVersionUID = 1L;

    LogoutTokenRefused() {
        super(Kind.MALFORMED, "request.logout-token-refused");
    }
}
