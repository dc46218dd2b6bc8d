package org.tianbo.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.web.BodyLimit;

/**
 * Where Keycloak says that a session has ended: {@code backchannel.logout.url} of the realm's client {@code
 * tianbo-web}.
 */
@Path("/sign-out/back-channel")
class BackChannelResource {

    private static final long LARGEST = 16 * 1024L;

    private final LogoutTokens tokens;
    private final RevokedSessions sessions;

    BackChannelResource(LogoutTokens tokens, RevokedSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Open to all, because the signed token is the proof. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @BodyLimit(LARGEST)
    @Operation(hidden = true)
    public RestResponse<Void> ended(@RestForm("logout_token") String token) {
        if (token == null) {
            throw new LogoutTokenRefused();
        }
        sessions.end(List.of(tokens.session(token).orElseThrow(LogoutTokenRefused::new)));
        return RestResponse.ok();
    }
}
