package org.tianbo.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind this request, as Keycloak vouches for them. */
@RequestScoped
@Named("signedIn")
public class SignedIn {

    /** The token's claims that Tianbo sets when it makes an account. */
    static final String COUNTY_CLAIM = "county";

    static final String PERSON_CLAIM = "person";

    @Inject
    SecurityIdentity identity;

    /** The person's id in {@code people}. */
    public UUID id() {
        return UUID.fromString(claim(PERSON_CLAIM));
    }

    public String county() {
        return claim(COUNTY_CLAIM);
    }

    public String name() {
        String name = claim("name");
        return name.isEmpty() ? login() : name;
    }

    public String login() {
        return identity.getPrincipal().getName();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    public boolean anonymous() {
        return identity.isAnonymous();
    }

    private String claim(String name) {
        return Claims.text(identity, name);
    }

    /** Reading a claim, also where no request scope is at hand. */
    static final class Claims {

        private Claims() {}

        static String text(SecurityIdentity identity, String name) {
            if (identity.getPrincipal() instanceof JsonWebToken token) {
                return Objects.toString(token.getClaim(name), "");
            }
            return "";
        }
    }
}
