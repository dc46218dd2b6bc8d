package org.tianbo.family.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import org.tianbo.family.helping.HelperDevice;
import org.tianbo.family.helping.Helpings;

/** The cookie of a browser that helps. */
final class HelperCookies {

    private HelperCookies() {}

    static NewCookie of(HelperDevice device, HttpServerRequest request) {
        return cookie(device.cookie(), (int) Helpings.HELP_LASTS.toSeconds(), request);
    }

    static NewCookie none(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    private static NewCookie cookie(String value, int seconds, HttpServerRequest request) {
        return new NewCookie.Builder(HelperRequests.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
