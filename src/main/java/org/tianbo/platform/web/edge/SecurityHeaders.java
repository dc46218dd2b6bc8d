package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a browser must refuse on our pages. Keycloak, behind {@code /auth}, sends its own. */
@ApplicationScoped
class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, 900);
    }

    private static void add(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/auth/")) {
            MultiMap headers = context.response().headers();
            headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
            if (context.request().isSSL()) {
                headers.set("Strict-Transport-Security", "max-age=31536000");
            }
        }
        context.next();
    }
}
