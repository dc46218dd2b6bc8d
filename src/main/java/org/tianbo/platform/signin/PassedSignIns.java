package org.tianbo.platform.signin;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.tianbo.platform.web.ClientAddress;

/**
 * Forgets the wrong tries of whoever signed in at the page, by the name that Keycloak put into the token: a form may
 * name somebody else. Nobody waits for it, and who is signed in without typing a PIN forgets nothing.
 */
@ApplicationScoped
class PassedSignIns {

    private static final String TYPED_AT = "auth_time";

    /** From the last field of the sign-in page to the token, over a slow network. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(PassedSignIns.class);

    private final SignInTries tries;
    private final Vertx vertx;

    PassedSignIns(WrongTries wrong, Clock clock, Vertx vertx) {
        this.tries = new SignInTries(wrong, clock);
        this.vertx = vertx;
    }

    void signedIn(@Observes SecurityEvent happened) {
        SecurityIdentity identity = happened.getSecurityIdentity();
        if (happened.getEventType() == SecurityEvent.Type.OIDC_LOGIN
                && identity.getPrincipal() instanceof JsonWebToken token
                && identity.getAttribute(RoutingContext.class.getName()) instanceof RoutingContext context
                && isTypedJustNow(token)) {
            String address = ClientAddress.network(context.request());
            String login = token.getName().toLowerCase(Locale.ROOT);
            vertx.executeBlocking(
                            () -> {
                                tries.passed(address, login);
                                return (Void) null;
                            },
                            false)
                    .onFailure(failed -> LOG.error("Wrong tries could not be forgotten", failed));
        }
    }

    /** By Keycloak's clock alone. */
    private static boolean isTypedJustNow(JsonWebToken token) {
        long typed = Long.parseLong(Objects.toString(token.getClaim(TYPED_AT), "0"));
        return token.getIssuedAtTime() - typed <= JUST_NOW.toSeconds();
    }
}
