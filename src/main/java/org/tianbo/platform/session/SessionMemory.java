package org.tianbo.platform.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tianbo.platform.security.StaffSessionAge;

/**
 * Who was verified a moment ago, so that a token is decrypted, parsed and its signature checked once and not with each
 * request. Nothing is remembered past the token's own end or the end of a staff session. Whether the session was ended
 * elsewhere is asked with each request, not remembered.
 */
@ApplicationScoped
class SessionMemory {

    private static final String SESSION_CLAIM = "sid";

    private final Cache<SessionKey, Remembered> sessions;
    private final StaffSessionAge staff;
    private final Clock clock;

    SessionMemory(SessionConfig config, StaffSessionAge staff, Clock clock) {
        this.sessions = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                .expireAfterWrite(config.rememberedFor())
                .build();
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A verified session.
     *
     * @param sid its name at Keycloak; empty when the token has none
     * @param until from when on it must be verified anew
     */
    record Remembered(SecurityIdentity identity, String sid, Instant until) {}

    Optional<Remembered> find(SessionKey key) {
        Remembered session = sessions.getIfPresent(key);
        if (session != null && !clock.instant().isBefore(session.until())) {
            forget(key);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    void remember(SessionKey key, SecurityIdentity verified) {
        if (!(verified.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        Instant tokenEnds = Instant.ofEpochSecond(token.getExpirationTime());
        Instant until =
                staff.end(verified).filter(end -> end.isBefore(tokenEnds)).orElse(tokenEnds);
        if (clock.instant().isBefore(until)) {
            sessions.put(key, new Remembered(freeOfTheRequest(verified), sid(token), until));
        }
    }

    void forget(SessionKey key) {
        sessions.invalidate(key);
    }

    /** Whatever cookies or tokens its requests came with. */
    void forgetSession(String sid) {
        sessions.asMap().values().removeIf(session -> session.sid().equals(sid));
    }

    /** The session's name at Keycloak; empty when the token has none. */
    static String sid(JsonWebToken token) {
        return Objects.toString(token.getClaim(SESSION_CLAIM), "");
    }

    /** Caffeine evicts asynchronously; this waits until it has. */
    void settle() {
        sessions.cleanUp();
    }

    /** The identity that Quarkus made holds on to its request and to the refresh token; neither is remembered. */
    private static SecurityIdentity freeOfTheRequest(SecurityIdentity verified) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(verified.getPrincipal())
                .addRoles(verified.getRoles());
        // The credential distinguishes a page's session from a program's token.
        IdTokenCredential page = verified.getCredential(IdTokenCredential.class);
        if (page != null) {
            identity.addCredential(page);
        }
        return identity.build();
    }
}
