package org.tianbo.demo;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * The demo's trainees are everybody's: what a test did in their name, another would meet. In the tests' application
 * whatever they send and is taken ends as a fault. The one who is further along walks their road, and tests look on.
 */
class SharedTrainees {

    static final String FAULT =
            "%s is everybody's and may only look. A test that sends something has people of its own: @Trainees.";

    private static final Logger LOG = Logger.getLogger(SharedTrainees.class);

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    private static final Set<String> LOGINS = DemoPeople.all().stream()
            .filter(account -> account.role().equals(Roles.TRAINEE) && account != DemoPeople.FURTHER)
            .map(DemoPeople.Account::login)
            .collect(Collectors.toUnmodifiableSet());

    private final SignedIn signedIn;

    SharedTrainees(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @ServerResponseFilter
    public void refuse(ContainerRequestContext request, ContainerResponseContext response) {
        if (LOOKING.contains(request.getMethod()) || response.getStatus() >= REFUSED) {
            return;
        }
        String login = signedIn.login();
        if (LOGINS.contains(login)) {
            String fault = FAULT.formatted(login);
            LOG.errorf("%s %s: %s", request.getMethod(), request.getUriInfo().getPath(), fault);
            response.setStatus(BROKEN);
            response.setEntity(fault, null, MediaType.TEXT_PLAIN_TYPE);
        }
    }
}
