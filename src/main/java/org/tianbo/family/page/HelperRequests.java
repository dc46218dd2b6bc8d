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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.tianbo.family.helping.ClaimedHelp;
import org.tianbo.family.helping.HelperDevice;
import org.tianbo.family.helping.Helping;
import org.tianbo.family.helping.Helpings;
import org.tianbo.family.helping.Helpings.Work;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
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

    private static final Logger LOG = Logger.getLogger(HelperRequests.class);
    private static final String IDENTITY = HelperRequests.class.getName();
    private static final String ENDED = "family.help-ended";

    /** After other sites' writes were refused, before anybody asks who it is. */
    private static final int BEFORE_SIGN_IN = 300;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The helper's own page, and what needs no sign-in. */
    private static final List<String> FOR_ANYBODY =
            List.of("/helping", "/auth/", "/q/", "/assets/", "/card/", "/sw.js");

    /** The way back from the sign-in page, whose code is good once. */
    private static final List<String> SIGNING_IN = List.of("/sign-in", "/sign-out");

    private static final Pattern PRACTICE = Pattern.compile("/(?:api/attempts|practice)(?:/([0-9a-fA-F-]{36}))?.*");
    private static final Pattern LEARNING = Pattern.compile("/(?:api/sync|learn)(?:/.*)?");

    private final Helpings helpings;
    private final ClaimedHelp claims;
    private final CurrentCounty county;
    private final Clock clock;
    private final Vertx vertx;

    HelperRequests(Helpings helpings, ClaimedHelp claims, CurrentCounty county, Clock clock, Vertx vertx) {
        this.helpings = helpings;
        this.claims = claims;
        this.county = county;
        this.clock = clock;
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
        boolean page =
                opensPage(context.request()) && SIGNING_IN.stream().noneMatch(context.normalizedPath()::startsWith);
        if (!page && !device.get().isTurned()) {
            context.next();
            return;
        }
        vertx.executeBlocking(() -> found(device.get(), page), false)
                .onFailure(context::fail)
                .onSuccess(found -> {
                    if (found.keeps()) {
                        leadAway(context);
                    } else if (!device.get().isTurned()) {
                        context.next();
                    } else {
                        found.helping().ifPresentOrElse(one -> help(context, device.get(), one), () -> over(context));
                    }
                });
    }

    /**
     * What the database says of a browser.
     *
     * @param keeps whether it opens a page before it has forgotten what it stored of trainees whom it helps no more
     * @param helping whom it helps now
     */
    private record Found(boolean keeps, Optional<Helping> helping) {}

    private Found found(HelperDevice device, boolean page) {
        return new Found(page && helpings.keeps(device), device.isTurned() ? helpings.now(device) : Optional.empty());
    }

    private void help(RoutingContext context, HelperDevice device, Helping one) {
        context.put(
                IDENTITY,
                HelperIdentity.of(one.id(), one.samePhone(), device.county(), one.trainee(), one.traineeName()));
        noteOnceDone(context, device, one);
        context.next();
    }

    /** A page that a script fetches ahead is not opened; browsers that do not tell the two apart open it. */
    private static boolean opensPage(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.method() == HttpMethod.GET
                && accepted != null
                && accepted.contains("text/html")
                && (mode == null || mode.equals("navigate"));
    }

    private static Optional<HelperDevice> device(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie == null || context.request().getHeader(HttpHeaders.AUTHORIZATION) != null
                ? Optional.empty()
                : HelperDevice.parse(cookie.getValue());
    }

    /**
     * What is refused, because it is not there or not the trainee's, nobody has helped with. The trainee's own phone
     * says itself who helped, for it also sends what the trainee did alone: of each record, which is noted where
     * records are taken, and of an attempt as it plans and finishes it.
     */
    private void noteOnceDone(RoutingContext context, HelperDevice device, Helping helping) {
        String path = context.normalizedPath();
        Matcher practice = PRACTICE.matcher(path);
        boolean practises = practice.matches();
        if (READS.contains(context.request().method())
                || !practises && !LEARNING.matcher(path).matches()) {
            return;
        }
        Optional<String> named = Optional.ofNullable(context.request().getHeader(HelpedCalls.HEADER));
        boolean says = helping.samePhone() && path.startsWith("/api/");
        boolean alone = named.filter(HelpedCalls.NONE::equals).isPresent();
        if (says && (alone || !HelpedCalls.ATTEMPT.matcher(path).matches())) {
            return;
        }
        Optional<UUID> other = named.filter(any -> says).flatMap(Ids::parse).filter(help -> !help.equals(helping.id()));
        Instant at = HelpedCalls.at(context.request().getHeader(HelpedCalls.AT), clock.instant());
        Work work = practises ? Work.PRACTICE : Work.LEARNING;
        Optional<UUID> attempt =
                practises ? Optional.ofNullable(practice.group(1)).flatMap(Ids::parse) : Optional.empty();
        context.addHeadersEndHandler(headers -> {
            if (context.response().getStatusCode() < 400) {
                vertx.executeBlocking(
                                () -> {
                                    boolean others = other.isPresent()
                                            && county.as(
                                                    device.county(),
                                                    () -> claims.practised(
                                                            helping.trainee(),
                                                            Optional.of(helping.id()),
                                                            other.get(),
                                                            attempt.orElseThrow(),
                                                            at));
                                    if (!others) {
                                        helpings.note(device, work, attempt);
                                    }
                                    return (Void) null;
                                },
                                false)
                        .onFailure(failed -> LOG.error("What a helper did could not be noted", failed));
            }
        });
    }

    /** A page leads to the words; a program gets a code. What belongs to nobody is given to everybody. */
    private static void over(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean read = READS.contains(request.method());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean api = ApiCalls.made(context);
        if (!api && (!read || accepted != null && accepted.contains("text/html"))) {
            leadAway(context);
        } else if (api) {
            Problem.send(context, 401, ENDED);
        } else {
            context.next();
        }
    }

    private static void leadAway(RoutingContext context) {
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, "/helping")
                .end();
    }
}
