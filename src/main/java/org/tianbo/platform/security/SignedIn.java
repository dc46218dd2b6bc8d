package org.tianbo.platform.security;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The person who sent this request, according to Keycloak. Nobody when there is no request, so that the page of a fault
 * can be drawn even then.
 */
@ApplicationScoped
@Named("signedIn")
public class SignedIn {

    /** The token's claims that Tianbo sets when it makes an account. */
    public static final String COUNTY_CLAIM = "county";

    public static final String PERSON_CLAIM = "person";

    /**
     * An identity's attributes where somebody helps: under what that is recorded, whether on the person's own phone,
     * and the person's claims by name.
     */
    public static final String HELPING = "tianbo.helping";

    public static final String SAME_PHONE = "tianbo.same-phone";

    public static final String HELD_CLAIMS = "tianbo.claims";

    /** When they last typed their password or PIN, in seconds since 1970. */
    private static final String AUTHENTICATED_CLAIM = "auth_time";

    /** When the token was made. One that a script got for a password says nothing else, and was made at that moment. */
    private static final String ISSUED_CLAIM = "iat";

    /**
     * Stand for the reader's id and name in a page that is rendered once for many readers. The name's is 16 bytes wide:
     * five Chinese characters.
     */
    public static final List<String> PLACEHOLDERS =
            List.of("00000000-0000-7000-8000-00000000001d", "\uE000its-reader\uE001");

    private static final Set<String> STAFF =
            Set.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR, Roles.PROVINCE, Roles.ADMIN);

    private static final SecurityIdentity NOBODY =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final CurrentIdentityAssociation association;
    private final ThreadLocal<Boolean> behindPlaceholders = ThreadLocal.withInitial(() -> false);

    SignedIn(CurrentIdentityAssociation association) {
        this.association = association;
    }

    /** The person's id in {@code people}. */
    public UUID id() {
        return UUID.fromString(behindPlaceholders.get() ? PLACEHOLDERS.get(0) : claim(PERSON_CLAIM));
    }

    /** Whether this is their id. An operator has none. */
    boolean isPerson(String id) {
        return claim(PERSON_CLAIM).equalsIgnoreCase(id);
    }

    public String county() {
        return claim(COUNTY_CLAIM);
    }

    public String name() {
        if (behindPlaceholders.get()) {
            return PLACEHOLDERS.get(1);
        }
        String name = claim("name");
        return name.isEmpty() ? login() : name;
    }

    public String login() {
        return identity().getPrincipal().getName();
    }

    public Set<String> roles() {
        return identity().getRoles();
    }

    public boolean is(String role) {
        return identity().hasRole(role);
    }

    /** Whether they work at a desk: a mentor or somebody of the county's office, not a trainee or a helper. */
    public boolean isStaff() {
        return STAFF.stream().anyMatch(this::is);
    }

    public boolean anonymous() {
        return identity().isAnonymous();
    }

    /** Whether somebody who helps acts for the person; id, county and name are the person's all the same. */
    public boolean isHelping() {
        return helping().isPresent();
    }

    /** Under what the help is recorded; empty where the person acts alone. */
    public Optional<UUID> helping() {
        return Optional.ofNullable(identity().getAttribute(HELPING));
    }

    /** Whether somebody helps on the person's own phone. */
    public boolean isHelpingOnSamePhone() {
        return Boolean.TRUE.equals(identity().getAttribute(SAME_PHONE));
    }

    /** When they last typed their password or PIN; the beginning of time when nobody vouches for one. */
    public Instant since() {
        return Claims.since(identity());
    }

    /** Renders a page for many readers: this thread sees placeholders instead of somebody's id and name. */
    public <T> T behindPlaceholders(Supplier<T> rendering) {
        behindPlaceholders.set(true);
        try {
            return rendering.get();
        } finally {
            behindPlaceholders.remove();
        }
    }

    /** What stands at each placeholder for the person of this request. */
    public SortedMap<String, String> byPlaceholder() {
        return new TreeMap<>(Map.of(PLACEHOLDERS.get(0), id().toString(), PLACEHOLDERS.get(1), name()));
    }

    private String claim(String name) {
        return Claims.text(identity(), name);
    }

    private SecurityIdentity identity() {
        if (!Arc.container().requestContext().isActive()) {
            return NOBODY;
        }
        return BlockingOperationControl.isBlockingAllowed() ? association.getIdentity() : resolved();
    }

    /** The identity if it is known without waiting: a fault may be reported on a thread that must not block. */
    private SecurityIdentity resolved() {
        CompletableFuture<SecurityIdentity> identity =
                association.getDeferredIdentity().subscribeAsCompletionStage();
        SecurityIdentity known = identity.isDone() && !identity.isCompletedExceptionally() ? identity.join() : null;
        return known == null ? NOBODY : known;
    }

    /** Reading a claim, also where no request scope is at hand. */
    static final class Claims {

        private Claims() {}

        static String text(SecurityIdentity identity, String name) {
            // The token's own getClaim() throws and catches an exception for each claim that JWT does not name.
            if (identity.getPrincipal() instanceof OidcJwtCallerPrincipal token) {
                return Objects.toString(token.getClaims().getClaimValue(name), "");
            }
            if (identity.getPrincipal() instanceof JsonWebToken token) {
                return Objects.toString(token.getClaim(name), "");
            }
            Map<String, String> held = identity.getAttribute(HELD_CLAIMS);
            return held == null ? "" : held.getOrDefault(name, "");
        }

        static Instant since(SecurityIdentity identity) {
            if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
                return Instant.EPOCH;
            }
            // A missing claim of a time is read as zero, so the names are looked at first.
            Set<String> claims = token.getClaimNames();
            String claim = claims.contains(AUTHENTICATED_CLAIM) ? AUTHENTICATED_CLAIM : ISSUED_CLAIM;
            return claims.contains(claim)
                    ? Instant.ofEpochSecond(Long.parseLong(text(identity, claim)))
                    : Instant.EPOCH;
        }
    }
}
