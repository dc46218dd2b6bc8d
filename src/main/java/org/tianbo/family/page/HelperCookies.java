package org.tianbo.family.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.tianbo.family.helping.HelperDevice;
import org.tianbo.family.helping.Helpings;

/**
 * The cookies of a browser that helps: its key, which no script sees, and for its scripts the help at hand, so that
 * what is done without a network names it. The second ends with the help, and proves nothing.
 */
final class HelperCookies {

    private static final String FOR_SCRIPTS = "tianbo_helping";

    /** Longer than any help: a phone that still holds what was stored with one that is over is known by this alone. */
    private static final Duration KNOWN = Duration.ofDays(365);

    private HelperCookies() {}

    static NewCookie[] of(HelperDevice device, HttpServerRequest request) {
        return of(device, Helpings.HELP_LASTS, request);
    }

    static NewCookie[] of(HelperDevice device, Duration lasts, HttpServerRequest request) {
        return new NewCookie[] {
            cookie(HelperRequests.COOKIE, device.cookie(), KNOWN, request),
            device.isTurned()
                    ? cookie(FOR_SCRIPTS, device.helping().toString(), lasts, request)
                    : cookie(FOR_SCRIPTS, "", Duration.ZERO, request)
        };
    }

    static NewCookie[] none(HttpServerRequest request) {
        return new NewCookie[] {
            cookie(HelperRequests.COOKIE, "", Duration.ZERO, request), cookie(FOR_SCRIPTS, "", Duration.ZERO, request)
        };
    }

    private static NewCookie cookie(String name, String value, Duration lasts, HttpServerRequest request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) lasts.toSeconds())
                .httpOnly(name.equals(HelperRequests.COOKIE))
                .secure(request.isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
