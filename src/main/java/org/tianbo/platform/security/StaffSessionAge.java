package org.tianbo.platform.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tianbo.platform.web.edge.SignInRedirect;

/**
 * A trainee's phone stays signed in for a month; a desk that sees a whole county asks for the password again after
 * twelve hours, whatever was ticked when signing in.
 */
@ApplicationScoped
public class StaffSessionAge implements SecurityIdentityAugmentor {

    private static final Set<String> REMEMBERED = Set.of(Roles.TRAINEE, Roles.HELPER);

    private final Clock clock;
    private final Duration limit;

    @Inject
    StaffSessionAge(Clock clock, SignInConfig config) {
        this(clock, config.staffSession());
    }

    public StaffSessionAge(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        // On the way back from the sign-in page the session is only being made; the next page looks at its age.
        if (request != null && !SignInRedirect.returning(request) && tooOld(identity)) {
            SignInRedirect.requireSignIn(request, limit);
            throw new AuthenticationFailedException(RevokedSessionCheck.runOut("Signed in too long ago"));
        }
        return Uni.createFrom().item(identity);
    }

    boolean tooOld(SecurityIdentity identity) {
        return end(identity).filter(end -> end.isBefore(clock.instant())).isPresent();
    }

    /** When their page must ask for the password again; empty for those who stay signed in, and for programs. */
    public Optional<Instant> end(SecurityIdentity identity) {
        boolean page = !identity.isAnonymous() && identity.getCredential(IdTokenCredential.class) != null;
        return page && !REMEMBERED.containsAll(identity.getRoles())
                ? Optional.of(SignedIn.Claims.since(identity).plus(limit))
                : Optional.empty();
    }
}
