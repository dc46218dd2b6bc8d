package org.tianbo.platform.session;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tianbo.platform.security.RevokedSessions;
import org.tianbo.platform.session.SessionMemory.Remembered;

/**
 * Authenticates requests of sessions that were verified a moment ago, before OpenID Connect is asked. In all other
 * cases it leaves the request to OpenID Connect: signing in and out, renewing, refusing.
 */
@ApplicationScoped
class RememberedSessions implements HttpAuthenticationMechanism {

    /** Kept with a request that was answered for from memory. */
    private static final String ANSWERED = RememberedSessions.class.getName();

    /** OpenID Connect has 1001. */
    private static final int BEFORE_OPENID_CONNECT = 2000;

    private final SessionMemory memory;
    private final RevokedSessions ended;
    private final BlockingSecurityExecutor workers;

    RememberedSessions(SessionMemory memory, RevokedSessions ended, BlockingSecurityExecutor workers) {
        this.memory = memory;
        this.ended = ended;
        this.workers = workers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<SessionKey> key = SessionKey.of(context);
        Optional<Remembered> found = key.flatMap(memory::find);
        if (found.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String sid = found.get().sid();
        Optional<Boolean> isEnded = sid.isEmpty() ? Optional.of(false) : ended.cached(sid);
        // Reading the table needs a worker thread; most requests find it read and stay where they are.
        return isEnded.map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> workers.executeBlocking(() -> ended.ended(sid)))
                .map(over -> answer(context, key.get(), found.get(), over));
    }

    private SecurityIdentity answer(RoutingContext context, SessionKey key, Remembered session, boolean over) {
        if (over) {
            memory.forget(key);
            return null;
        }
        context.put(ANSWERED, true);
        return session.identity();
    }

    /** All of OpenID Connect's work for this request went well, storing a renewed token included. */
    void remember(@Observes AuthenticationSuccessEvent verified) {
        if (verified.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext context
                && context.get(ANSWERED) == null) {
            SessionKey.of(context).ifPresent(key -> memory.remember(key, verified.getSecurityIdentity()));
        }
    }

    /** A person signs out at this replica; the others hear of it from Keycloak, through the table. */
    void forget(@Observes SecurityEvent happened) {
        if (happened.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED
                && happened.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            memory.forgetSession(SessionMemory.sid(token));
        }
    }

    /** The way to the sign-in page is OpenID Connect's to show. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return BEFORE_OPENID_CONNECT;
    }
}
