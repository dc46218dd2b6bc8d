package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.tianbo.platform.web.Problem;
import org.tianbo.platform.web.Refusals;

/**
 * Refuses writes that another site makes a browser send with our cookies. No token in the forms: it would grow stale in
 * pages kept for offline use. Browsers name the sender in {@code Sec-Fetch-Site}, older ones in {@code Origin}.
 */
@ApplicationScoped
class SameSiteWrites {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String CODE = "request.cross-site";

    private final Refusals refusals;

    SameSiteWrites(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, 800);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (READS.contains(request.method()) || context.normalizedPath().startsWith("/auth/") || allowed(request)) {
            context.next();
            return;
        }
        refusals.record(Refusals.Reason.CROSS_SITE, context);
        Problem.send(context, 403, CODE);
    }

    private static boolean allowed(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return request.authority() != null && request.authority().toString().equals(authority(origin));
        }
        // Neither header: no browser of the last five years. A script brings a bearer token, not cookies.
        return request.getHeader(HttpHeaders.COOKIE) == null;
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
