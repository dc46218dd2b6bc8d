package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets a sign-in that was begun here end here, though another tab has signed in meanwhile or a fresh sign-in was asked
 * for: beside a session, Quarkus would overlook the answer of the sign-in page and lead nowhere. So the older session
 * is left out of the request where the answer's own state is known; the new session takes its place.
 */
@ApplicationScoped
class SignInReturn {

    static final String PATH = "/sign-in";

    private static final String SESSION = "q_session";
    private static final String STATE = "q_auth";

    /** Before anybody reads the cookies. */
    private static final int FIRST = 1100;

    void register(@Observes Filters filters) {
        filters.register(SignInReturn::leaveOutOlderSession, FIRST);
    }

    private static void leaveOutOlderSession(RoutingContext context) {
        String state = context.request().getParam("state");
        String sent = context.request().getHeader(HttpHeaders.COOKIE);
        if (PATH.equals(context.normalizedPath()) && state != null && sent != null) {
            List<String> cookies =
                    Arrays.stream(sent.split(";")).map(String::strip).toList();
            if (cookies.stream()
                    .anyMatch(cookie -> cookie.startsWith(STATE) && name(cookie).endsWith("_" + state))) {
                context.request()
                        .headers()
                        .set(
                                HttpHeaders.COOKIE,
                                cookies.stream()
                                        .filter(cookie -> !cookie.startsWith(SESSION))
                                        .collect(Collectors.joining("; ")));
            }
        }
        context.next();
    }

    private static String name(String cookie) {
        int end = cookie.indexOf('=');
        return end < 0 ? cookie : cookie.substring(0, end);
    }
}
