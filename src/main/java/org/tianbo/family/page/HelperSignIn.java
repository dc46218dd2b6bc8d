package org.tianbo.family.page;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A browser that helps somebody acts for them, also where somebody is signed in with an account of their own. */
@ApplicationScoped
class HelperSignIn implements HttpAuthenticationMechanism {

    /** Before remembered sessions, which come before OpenID Connect. */
    private static final int FIRST = 3000;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        SecurityIdentity helper = HelperRequests.identity(context);
        return helper == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(helper);
    }

    /** The way to the sign-in page is OpenID Connect's to show. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}
