package org.tianbo.platform.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tianbo.platform.error.SignInTooOld;

@Provider
@FreshSignIn
@Priority(Priorities.AUTHORIZATION + 1)
class FreshSignInFilter implements ContainerRequestFilter {

    private final SignedIn signedIn;
    private final Clock clock;
    private final Instance<SignInConfig> config;

    /** Filters are made before the configuration is read, so it is asked for with each request. */
    FreshSignInFilter(SignedIn signedIn, Clock clock, Instance<SignInConfig> config) {
        this.signedIn = signedIn;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Duration limit = config.get().fresh();
        if (tooOld(signedIn.since(), clock.instant(), limit)) {
            throw new SignInTooOld(limit);
        }
    }

    static boolean tooOld(Instant signedIn, Instant now, Duration limit) {
        return signedIn.isBefore(now.minus(limit));
    }
}
