package org.tianbo.interop.page;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Another system is no person: what is open to whoever is signed in is not open to it. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class SystemScope implements ContainerRequestFilter {

    private final SignedIn signedIn;

    SystemScope(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (signedIn.is(Roles.SYSTEM) && !request.getUriInfo().getPath().startsWith("/xapi/")) {
            throw new ForbiddenException();
        }
    }
}
