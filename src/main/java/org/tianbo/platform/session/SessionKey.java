package org.tianbo.platform.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.tianbo.platform.data.Sha256;

/**
 * Digest of everything in a request that OpenID Connect reads to find out who sent it: the host, which chooses the
 * issuer, and the whole {@code Authorization} header or else the whole {@code Cookie} header. Headers are not taken
 * apart, so that no way of writing them is read here as one person's and there as another's.
 *
 * @param digest SHA-256 in hexadecimal digits
 */
record SessionKey(String digest) {

    private static final String ATTRIBUTE = SessionKey.class.getName();

    /** How the session cookie's name begins. */
    private static final String SESSION_COOKIE = "q_session";

    /** Signing in and out is OpenID Connect's own work: it must see each of these requests. */
    private static final String SIGNING_IN_OR_OUT = "/sign-";

    /** Empty where nothing names a session, and on the way in and out: there nobody is answered for from memory. */
    static Optional<SessionKey> of(RoutingContext context) {
        Optional<SessionKey> cached = context.get(ATTRIBUTE);
        if (cached == null) {
            HttpServerRequest request = context.request();
            cached = of(
                    request.path(),
                    String.valueOf(request.authority()),
                    request.headers().getAll(HttpHeaders.AUTHORIZATION),
                    request.headers().getAll(HttpHeaders.COOKIE));
            context.put(ATTRIBUTE, cached);
        }
        return cached;
    }

    static Optional<SessionKey> of(String path, String host, List<String> authorization, List<String> cookies) {
        if (path == null || path.startsWith(SIGNING_IN_OR_OUT)) {
            return Optional.empty();
        }
        if (!authorization.isEmpty()) {
            return Optional.of(digestOf(host, "token", authorization));
        }
        return cookies.stream().anyMatch(cookie -> cookie.contains(SESSION_COOKIE))
                ? Optional.of(digestOf(host, "cookie", cookies))
                : Optional.empty();
    }

    /** A header has no line break in it, so different parts never join to the same text. */
    private static SessionKey digestOf(String host, String kind, List<String> headers) {
        String all = host + '\n' + kind + '\n' + String.join("\n", headers);
        return new SessionKey(Sha256.hex(all));
    }
}
