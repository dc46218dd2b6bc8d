package org.tianbo.platform.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A program brings an access token. An ID token is signed by the same Keycloak for the same audience, but it says to a
 * page who signed in and passes through more hands; it opens nothing here.
 */
@ApplicationScoped
class BearerCheck implements SecurityIdentityAugmentor {

    /** Keycloak's claim {@code typ}: what an access token is. */
    private static final String ACCESS_TOKEN = "Bearer";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean program = !identity.isAnonymous() && identity.getCredential(IdTokenCredential.class) == null;
        if (program && !ACCESS_TOKEN.equals(SignedIn.Claims.text(identity, "typ"))) {
            throw new AuthenticationFailedException("No access token");
        }
        return Uni.createFrom().item(identity);
    }
}
