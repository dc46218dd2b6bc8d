package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Hands sessions and tokens that are refused to the pages of faults. Quarkus REST would do the same, but to be ready
 * for a refusal it looks at each request for the endpoint's name, in a table of all endpoints that it makes anew each
 * time: a sixth of all the work for a page with 300 endpoints. Its filter leaves a request alone that has another
 * handler than the usual one.
 */
@ApplicationScoped
class SignInFailures {

    /** As early as Quarkus looks who sent a request, and after it: of filters with one number, ours come last. */
    private static final int AFTER_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> FAIL = SignInFailures::fail;

    void register(@Observes Filters filters) {
        filters.register(SignInFailures::replace, AFTER_AUTHENTICATION);
    }

    private static void replace(RoutingContext context) {
        if (context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
        }
        context.next();
    }

    private static void fail(RoutingContext context, Throwable failure) {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(context, failure);
        if (!context.failed()) {
            context.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    }
}
