package org.tianbo.people;

import org.tianbo.platform.error.Fault;

/** Keycloak did not answer, or refused; nothing was changed that trying again would not put right. */
public class IdentityProviderUnavailable extends Fault {

    private static final long serialVersionUID = 1L;

    public IdentityProviderUnavailable() {
        super(Kind.UNAVAILABLE, "people.sign-in-service-away");
    }
}
