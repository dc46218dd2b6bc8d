package org.tianbo.platform.signin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.tianbo.platform.signin.SignInTries.Try;
import org.tianbo.platform.web.ClientAddress;
import org.tianbo.platform.web.Refusals;
import org.tianbo.platform.web.fault.FaultMapper;

/** Reads whose PIN or password is sent to Keycloak, and refuses it while its sender has to wait. */
@ApplicationScoped
class SignInGuard {

    private static final String FORM = "/login-actions/authenticate";
    private static final String TOKEN = "/protocol/openid-connect/token";

    private static final String CODE = "request.too-many-tries";
    private static final String PICTURES_WAIT = "request.pictures-wait";
    private static final String LOCKED = "request.card-locked";

    /** As a card of pictures has them. */
    private static final String PICTURES = "pic-";

    private static final int TOO_MANY = 429;

    /** A longer wait is said in hours; only pictures wait so long. */
    private static final Duration IN_MINUTES = Duration.ofHours(1);

    /** A name, a password, a code. */
    private static final int LARGEST_FORM = 16 * 1024;

    private static final int MOST_TABS = 10_000;

    private static final Logger LOG = Logger.getLogger(SignInGuard.class);

    private final SignInTries tries;
    private final Refusals refusals;
    private final Vertx vertx;

    /** Whose password a sign-in page took, for the code of the second factor that follows without a name. */
    private final Map<String, String> loginByTab = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_TABS;
        }
    };

    SignInGuard(WrongTries wrong, Clock clock, Refusals refusals, Vertx vertx) {
        this.tries = new SignInTries(wrong, clock);
        this.vertx = vertx;
        this.refusals = refusals;
    }

    /** Whether the request brings something that could be guessed; Keycloak answers with a slash at the end too. */
    static boolean concerns(RoutingContext context) {
        String path = context.normalizedPath();
        return context.request().method() == HttpMethod.POST && (path.contains(FORM) || path.contains(TOKEN));
    }

    /** Passes the body on with the try it is, or answers by itself. */
    void check(RoutingContext context, BiConsumer<Buffer, Try> passOn) {
        Optional<Integer> length = length(context);
        if (length.isEmpty() || length.get() > LARGEST_FORM) {
            context.response().setStatusCode(413).end();
            return;
        }
        context.request().body().onFailure(context::fail).onSuccess(body -> {
            Optional<Try> one;
            try {
                one = read(context, body);
            } catch (IllegalArgumentException unclear) {
                context.response().setStatusCode(400).end();
                return;
            }
            vertx.executeBlocking(() -> one.flatMap(tries::begin), false)
                    .onFailure(context::fail)
                    .onSuccess(wait -> wait.ifPresentOrElse(
                            tooSoon -> refuse(context, one.orElseThrow(), tooSoon),
                            () -> passOn.accept(body, one.orElse(null))));
        });
        context.request().resume();
    }

    /**
     * A grant says that it was right, and the form shown again that it was not. Whose password a form brought that
     * leads on, nobody knows here: where Keycloak knows already who signs in, it overlooks the name in the form, which
     * may be anybody's. Whoever is signed in by it {@linkplain PassedSignIns begins anew} by the name in the token.
     *
     * @return done when it is counted, so that whoever reads the answer cannot be faster
     */
    Future<Void> answered(Try one, int status) {
        if (one == null) {
            return Future.succeededFuture();
        }
        if (!one.form() && status == 200) {
            return count(() -> tries.right(one));
        }
        boolean undecided = one.form() ? status != 200 : status >= 500;
        return count(undecided ? () -> tries.undecided(one) : () -> tries.wrong(one));
    }

    Future<Void> undecided(Try one) {
        return one == null ? Future.succeededFuture() : count(() -> tries.undecided(one));
    }

    /** Without the database the person still gets an answer; the try then stays counted as still running. */
    private Future<Void> count(Runnable counting) {
        return vertx.executeBlocking(
                        () -> {
                            counting.run();
                            return (Void) null;
                        },
                        false)
                .onFailure(failed -> LOG.error("A try to sign in could not be counted", failed))
                .otherwiseEmpty();
    }

    /**
     * Empty where nothing is guessed: a code or a refresh token for a token.
     *
     * @throws IllegalArgumentException when it is not clear who signs in
     */
    private Optional<Try> read(RoutingContext context, Buffer body) {
        SignInForm sent = SignInForm.read(context.request().getHeader(HttpHeaders.CONTENT_TYPE), body.toString());
        boolean form = context.normalizedPath().contains(FORM);
        if (!form && !"password".equals(sent.grant())) {
            return Optional.empty();
        }
        String login = sent.login().strip().toLowerCase(Locale.ROOT);
        String tab = context.request().getParam("tab_id");
        synchronized (loginByTab) {
            if (login.isEmpty() && tab != null) {
                login = loginByTab.getOrDefault(tab, "");
            } else if (tab != null) {
                loginByTab.put(tab, login);
            }
        }
        boolean pictures = sent.password().startsWith(PICTURES);
        return Optional.of(new Try(ClientAddress.network(context.request()), login, form, pictures));
    }

    private static Optional<Integer> length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(length)) : Optional.empty();
    }

    private void refuse(RoutingContext context, Try one, Duration wait) {
        refusals.record(Refusals.Reason.TOO_MANY_TRIES, context);
        HttpServerResponse response = context.response()
                .setStatusCode(TOO_MANY)
                .putHeader("Retry-After", Long.toString(wait.toSeconds() + 1))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (context.normalizedPath().contains(TOKEN)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(new JsonObject()
                            .put("error", "slow_down")
                            .put("error_description", "Too many wrong tries; try again later")
                            .encode());
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(page(context, one, wait));
        }
    }

    private static String page(RoutingContext context, Try one, Duration wait) {
        if (SignInTries.isLock(one, wait)) {
            return FaultMapper.page(context, TOO_MANY, LOCKED);
        }
        return wait.compareTo(IN_MINUTES) > 0
                ? FaultMapper.page(context, TOO_MANY, PICTURES_WAIT, wait.toHours() + 1)
                : FaultMapper.page(context, TOO_MANY, CODE, wait.toMinutes() + 1);
    }
}
