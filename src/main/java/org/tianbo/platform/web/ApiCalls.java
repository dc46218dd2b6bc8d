package org.tianbo.platform.web;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Calls that programs make, ours in the browser among them. Without a sign-in they get 401, never a redirect to a page.
 */
@ApplicationScoped
public class ApiCalls implements JavaScriptRequestChecker {

    public static final String API = "/api/";

    /** Where other learning systems look for what their standard calls the resources of statements. */
    private static final String XAPI = "/xapi/";

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return made(context);
    }

    public static boolean made(RoutingContext context) {
        return context.normalizedPath().startsWith(API)
                || context.normalizedPath().startsWith(XAPI)
                || "JavaScript".equals(context.request().getHeader("X-Requested-With"));
    }
}
