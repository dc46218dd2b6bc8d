package org.tianbo.platform.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Phones are shared, and the cookies of a page left open become those of whoever signs in next. A call that says whose
 * work it brings, by the header {@value #PERSON}, is refused in the session of anybody else.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class NamedPersonFilter implements ContainerRequestFilter {

    static final String PERSON = "Tianbo-Person";

    private final SignedIn signedIn;

    NamedPersonFilter(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String named = request.getHeaderString(PERSON);
        if (named != null && !signedIn.anonymous() && !signedIn.isPerson(named)) {
            throw new OtherPerson();
        }
    }
}
