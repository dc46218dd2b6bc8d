package org.tianbo.family.page;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.family.helping.HelperDevice;
import org.tianbo.family.helping.Helping;
import org.tianbo.family.helping.Helpings;
import org.tianbo.family.helping.Helpings.Work;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.session.HelperIdentity;
import org.tianbo.platform.web.ApiCalls;
import org.tianbo.platform.web.Problem;

/**
 * Looks at each request of a browser that helps whether it still may. One look in the database a request: there are few
 * helpers, and an end must hold at once on every replica. Whoever may no longer help is led to the page that says so.
 */
@ApplicationScoped
class HelperRequests {

    static final String COOKIE = "tianbo_helper";

    private static final String IDENTITY = HelperRequests.class.getName();
    private static final String ENDED = "family.help-ended";

    /** After other sites' writes were refused, before anybody asks who it is. */
    private static final int BEFORE_SIGN_IN = 300;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The helper's own page, and what needs no sign-in. */
    private static final List<String> FOR_ANYBODY =
            List.of("/helping", "/auth/", "/q/", "/assets/", "/card/", "/sw.js");

    private static final Pattern PRACTICE = Pattern.compile("/(?:api/attempts|practice)(?:/([0-9a-fA-F-]{36}))?.*");
    private static final Pattern LEARNING = Pattern.compile("/(?:api/sync|learn)(?:/.*)?");

    private final Helpings helpings;
    private final Vertx vertx;

    HelperRequests(Helpings helpings, Vertx vertx) {
        this.helpings = helpings;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, BEFORE_SIGN_IN);
    }

    /** Who was found to help with this request; null for everybody else. */
    static SecurityIdentity identity(RoutingContext context) {
        return context.get(IDENTITY);
    }

    private void look(RoutingContext context) {
        Optional<HelperDevice> device = device(context);
        if (device.isEmpty() || FOR_ANYBODY.stream().anyMatch(context.normalizedPath()::startsWith)) {
            context.next();
            return;
        }
        vertx.executeBlocking(() -> found(device.get(), context.request()), false)
                .onFailure(context::fail)
                .onSuccess(helping -> helping.ifPresentOrElse(
                        one -> {
                            context.put(
                                    IDENTITY,
                                    HelperIdentity.of(
                                            one.id(), device.get().county(), one.trainee(), one.traineeName()));
                            context.next();
                        },
                        () -> over(context)));
    }

    private static Optional<HelperDevice> device(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie == null || context.request().getHeader(HttpHeaders.AUTHORIZATION) != null
                ? Optional.empty()
                : HelperDevice.parse(cookie.getValue());
    }

    /** What a helper sets about is noted before it is done: nothing helped goes unnoted. */
    private Optional<Helping> found(HelperDevice device, HttpServerRequest request) {
        Optional<Helping> helping = helpings.now(device);
        if (helping.isPresent() && !READS.contains(request.method())) {
            Matcher practice = PRACTICE.matcher(request.path());
            if (practice.matches()) {
                helpings.note(
                        device,
                        Work.PRACTICE,
                        Optional.ofNullable(practice.group(1)).flatMap(Ids::parse));
            } else if (LEARNING.matcher(request.path()).matches()) {
                helpings.note(device, Work.LEARNING, Optional.empty());
            }
        }
        return helping;
    }

    /** A page leads to the words; a program gets a code. What belongs to nobody is given to everybody. */
    private static void over(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean read = READS.contains(request.method());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean api = ApiCalls.made(context);
        if (!api && (!read || accepted != null && accepted.contains("text/html"))) {
            context.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, "/helping")
                    .end();
        } else if (api) {
            Problem.send(context, 401, ENDED);
        } else {
            context.next();
        }
    }
}
