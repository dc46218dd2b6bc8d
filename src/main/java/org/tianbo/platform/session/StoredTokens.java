package org.tianbo.platform.session;

import static io.quarkus.oidc.runtime.CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.tianbo.platform.session.SessionTable.Tokens;

/**
 * Keeps a page's tokens in PostgreSQL, so that the cookie, which a phone sends with every request, holds no more than a
 * random name. Quarkus encrypts the tokens before they come here ({@code
 * quarkus.oidc.token-state-manager.encryption-secret}). The access token is not stored: nothing asks for it.
 *
 * <p>Each sign-in makes a new name. A renewed token stays under the name it had: calls that are under way with the same
 * cookie while one of them renews must find the session, and not sign the person out.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class StoredTokens implements TokenStateManager {

    private static final Logger LOG = Logger.getLogger(StoredTokens.class);

    /** 256 bits that nobody guesses, as 43 characters. */
    private static final int NAME_BYTES = 32;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Quarkus' own mark on a request for which it has just renewed the tokens; its constant is not public. */
    private static final String RENEWED = "refresh_token_grant_response";

    /** The session whose tokens this request has renewed. */
    private static final String RENEWED_SESSION = StoredTokens.class.getName();

    private final SessionTable table;
    private final SecureRandom random = new SecureRandom();

    StoredTokens(SessionTable table) {
        this.table = table;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        String renewed = context.get(RENEWED_SESSION);
        long seconds = context.<Long>get(SESSION_MAX_AGE_PARAM);
        Tokens stored = new Tokens(tokens.getIdToken(), tokens.getRefreshToken());
        return request.runBlocking(() -> renewed == null ? begin(stored, seconds) : renew(renewed, stored, seconds));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String name,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return request.runBlocking(() -> {
            try {
                return find(name);
            } catch (SQLException away) {
                // Quarkus takes the cookie of a session that it cannot read from the browser; this one is good.
                context.remove(OidcUtils.SESSION_COOKIE_NAME);
                throw unavailable(away);
            }
        });
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig tenant, String name, OidcRequestContext<Void> request) {
        if (Boolean.TRUE.equals(context.get(RENEWED))) {
            context.put(RENEWED_SESSION, name);
            return Uni.createFrom().voidItem();
        }
        return NAME.matcher(name).matches()
                ? request.runBlocking(() -> delete(name))
                : Uni.createFrom().voidItem();
    }

    private String begin(Tokens tokens, long seconds) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            table.insert(name, tokens, seconds);
        } catch (SQLException away) {
            throw unavailable(away);
        }
        return name;
    }

    private String renew(String name, Tokens tokens, long seconds) {
        try {
            if (!table.replace(name, tokens, seconds)) {
                throw new AuthenticationFailedException("The session was signed out while its tokens were renewed");
            }
        } catch (SQLException away) {
            throw unavailable(away);
        }
        return name;
    }

    private AuthorizationCodeTokens find(String name) throws SQLException {
        // What cannot be a name of ours does not reach the database.
        Optional<Tokens> found = NAME.matcher(name).matches() ? table.find(name) : Optional.empty();
        return found.map(tokens -> new AuthorizationCodeTokens(tokens.idToken(), null, tokens.refreshToken()))
                .orElseThrow(() -> new AuthenticationFailedException("No such session"));
    }

    private static AuthenticationFailedException unavailable(SQLException away) {
        return new AuthenticationFailedException(new SessionsUnavailable(away));
    }

    /** The cookie is gone from the browser either way; Keycloak ends the session on its side. */
    private Void delete(String name) {
        try {
            table.delete(name);
        } catch (SQLException away) {
            LOG.warn("A session's tokens could not be deleted; they are swept when they have run out", away);
        }
        return null;
    }
}
