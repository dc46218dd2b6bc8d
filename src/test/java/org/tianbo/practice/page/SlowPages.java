package org.tianbo.practice.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A slow network for one browser: what it asks for with the cookie {@code slow} is answered so many milliseconds later.
 */
@ApplicationScoped
class SlowPages {

    static final String COOKIE = "slow";

    void register(@Observes Filters filters) {
        filters.register(SlowPages::delay, 1_000);
    }

    private static void delay(RoutingContext context) {
        Cookie slow = context.request().getCookie(COOKIE);
        if (slow == null) {
            context.next();
            return;
        }
        context.request().pause();
        context.vertx().setTimer(Long.parseLong(slow.getValue()), timer -> {
            context.request().resume();
            context.next();
        });
    }
}
