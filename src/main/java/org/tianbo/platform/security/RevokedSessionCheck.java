package org.tianbo.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Treats a token as expired as soon as its session was ended elsewhere. A page's session then asks Keycloak for a new
 * one, which refuses and leads to the sign-in page; a program is turned away.
 */
@ApplicationScoped
class RevokedSessionCheck implements SecurityIdentityAugmentor {

    private static final String SESSION_CLAIM = "sid";
    private static final String WHY = "The session was ended elsewhere";

    private final RevokedSessions sessions;

    RevokedSessionCheck(RevokedSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        String sid = SignedIn.Claims.text(identity, SESSION_CLAIM);
        if (sid.isEmpty()) {
            return Uni.createFrom().item(identity);
        }
        // Reading the table needs a worker thread; most requests find it read and stay where they are.
        return sessions.cached(sid)
                .map(ended -> Uni.createFrom().item(() -> checked(identity, ended)))
                .orElseGet(() -> context.runBlocking(() -> checked(identity, sessions.ended(sid))));
    }

    private static SecurityIdentity checked(SecurityIdentity identity, boolean ended) {
        if (ended) {
            throw new AuthenticationFailedException(runOut(WHY));
        }
        return identity;
    }

    /**
     * The same exception as Quarkus throws itself: to any other failure it would answer with a bare 401 instead of the
     * sign-in page.
     */
    static InvalidJwtException runOut(String why) {
        return new InvalidJwtException(why, List.of(new ErrorCodeValidator.Error(ErrorCodes.EXPIRED, why)), null);
    }
}
