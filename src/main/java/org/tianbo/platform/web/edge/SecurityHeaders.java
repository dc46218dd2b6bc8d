package org.tianbo.platform.web.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What a browser must refuse on our documents. Keycloak, behind {@code /auth}, sends its own. */
@ApplicationScoped
class SecurityHeaders {

    /** Six in a first visit: what follows from another line, as for workers from that for scripts, is not said. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            ";",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'");

    private static final String USUAL = policy("'none'");

    /** Beginnings of media types that run nothing, whatever is in them. Drawings are not among them: they may. */
    private static final List<String> INERT = List.of(
            "application/json",
            "application/problem+json",
            "application/manifest+json",
            "application/vnd.apple.mpegurl",
            "audio/",
            "image/jpeg",
            "image/png",
            "image/webp",
            "text/css",
            "text/csv",
            "text/javascript",
            "text/vtt",
            "video/");

    private static final String PERMISSIONS = "Permissions-Policy";

    /** Runs under the policy that comes with it, not under that of a page. */
    private static final String SERVICE_WORKER = "/sw.js";

    /** The browser goes by what it was sent with the document. */
    private static final int NOT_MODIFIED = 304;

    /** @param ancestors who may show the page in a frame */
    static String policy(String ancestors) {
        return CONTENT_SECURITY_POLICY + ";frame-ancestors " + ancestors;
    }

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, 900);
    }

    private static void add(RoutingContext context) {
        if (!context.normalizedPath().startsWith("/auth/")) {
            context.addHeadersEndHandler(sent -> protect(context));
        }
        context.next();
    }

    /** A policy binds what a browser shows or runs as a document of its own; a phone pays for each header. */
    private static void protect(RoutingContext context) {
        MultiMap headers = context.response().headers();
        if (context.response().getStatusCode() == NOT_MODIFIED) {
            return;
        }
        headers.set("X-Content-Type-Options", "nosniff");
        if (isInert(headers.get(HttpHeaders.CONTENT_TYPE)) && !SERVICE_WORKER.equals(context.normalizedPath())) {
            return;
        }
        // A page in a frame, and the page around it, say so themselves.
        if (!headers.contains(PageFrames.POLICY)) {
            headers.set(PageFrames.POLICY, USUAL);
        }
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        // Camera and microphone are ours alone by default; the page that needs to know where a phone is says so.
        if (!headers.contains(PERMISSIONS)) {
            headers.set(PERMISSIONS, "geolocation=()");
        }
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static boolean isInert(String contentType) {
        return contentType != null && INERT.stream().anyMatch(contentType::startsWith);
    }
}
