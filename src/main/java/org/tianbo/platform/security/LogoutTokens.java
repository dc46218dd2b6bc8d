package org.tianbo.platform.security;

import io.quarkus.oidc.runtime.OidcConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.tianbo.platform.web.PublicAddress;

/**
 * Logout tokens as OpenID Connect Back-Channel Logout 1.0 (section 2.6) wants them checked. Quarkus has a check of its
 * own, but keeps the outcome in the memory of the replica that received it.
 */
@ApplicationScoped
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int CLOCKS_APART_SECONDS = 30;

    private final JwtConsumer consumer;

    LogoutTokens(
            OidcConfig oidc,
            PublicAddress address,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.server-url") URI keycloak,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String realm) {
        String keys = keycloak + "/realms/" + realm + "/protocol/openid-connect/certs";
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(keys)))
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256)
                .setExpectedIssuers(true, issuers(oidc, address, keycloak, realm))
                .setExpectedAudience(client)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
                .build();
    }

    /** The session that the token ends; empty for a token that is none of Keycloak's, or names no session. */
    Optional<String> session(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            boolean logout = claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(EVENT);
            boolean idToken = claims.hasClaim("nonce");
            return logout && !idToken ? Optional.ofNullable(claims.getStringClaimValue("sid")) : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException forged) {
            return Optional.empty();
        }
    }

    /**
     * Keycloak issues in the name of the address it was reached at, unless it has a fixed one: the configured issuer,
     * its own address, or one of ours. Whichever it is, only Keycloak's key can have signed.
     */
    private static String[] issuers(OidcConfig oidc, PublicAddress address, URI keycloak, String realm) {
        List<String> issuers = new ArrayList<>();
        OidcConfig.getDefaultTenant(oidc).authServerUrl().ifPresent(issuers::add);
        issuers.add(keycloak + "/realms/" + realm);
        address.all().forEach(origin -> issuers.add(origin + "/auth/realms/" + realm));
        return issuers.toArray(String[]::new);
    }
}
