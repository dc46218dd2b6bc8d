package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * What browsers and proxies may keep. Films may be kept for ever, for a film's name says which version of which lesson
 * it shows. Whatever says nothing of its own accord may not be kept at all: it may name somebody, and after signing
 * out, Back must not show it. The phone's own copies are made by the service worker, person by person, which no header
 * hinders.
 */
@ApplicationScoped
class CacheRules {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NEVER = "no-store";
    private static final Set<Integer> FILM_STATUSES = Set.of(200, 206, 304);

    /** Before the filters that answer by themselves. */
    private static final int EARLY = 980;

    void register(@Observes Filters filters) {
        filters.register(CacheRules::add, EARLY);
    }

    private static void add(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/auth/")) {
            context.addHeadersEndHandler(sent -> rule(context));
        }
        context.next();
    }

    private static void rule(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (context.normalizedPath().startsWith("/films/")) {
            response.putHeader(
                    HttpHeaders.CACHE_CONTROL, FILM_STATUSES.contains(response.getStatusCode()) ? FOR_EVER : NEVER);
        } else if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, NEVER);
        }
    }
}
