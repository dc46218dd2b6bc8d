package org.tianbo.media;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.tianbo.platform.error.FaultTexts;

/**
 * Serves objects to whoever holds a valid link; the signature is the permission, so nobody is asked to sign in and a player's
 * many small requests cost no session. The bytes go from the disk to the network without passing through the heap.
 */
@ApplicationScoped
class Playback {

    /** After the language and the security headers, before anybody is asked who they are. */
    private static final int BEFORE_SIGN_IN = -300;

    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "webm", "video/webm",
            "m4a", "audio/mp4",
            "jpg", "image/jpeg",
            "png", "image/png");

    private final Links links;
    private final ObjectStore store;
    private final Clock clock;

    Playback(MediaConfig config, ObjectStore store, Clock clock) {
        this.links = new Links(config.linkKey());
        this.store = store;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route(Links.PATH + "*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_SIGN_IN)
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String key = request.path().substring(Links.PATH.length());
        switch (links.check(key, request.getParam("exp"), request.getParam("sig"), clock.instant())) {
            case FORGED -> refuse(context, 403, "media.link-refused");
            case EXPIRED -> refuse(context, 403, "media.link-expired");
            case GOOD -> send(context, key);
        }
    }

    private void send(RoutingContext context, String key) {
        try {
            Path file = store.file(key);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            send(context, file, attributes);
        } catch (NoSuchFileException gone) {
            refuse(context, 404, "media.object-not-found");
        } catch (IOException unreadable) {
            context.fail(unreadable);
        }
    }

    private static void send(RoutingContext context, Path file, BasicFileAttributes attributes) {
        HttpServerRequest request = context.request();
        long size = attributes.size();
        String tag =
                "\"" + Long.toHexString(attributes.lastModifiedTime().toMillis()) + "-" + Long.toHexString(size) + "\"";
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, typeOf(file));
        ByteRange range = asked(request, tag, size);
        if (!range.satisfiable()) {
            response.putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(size));
            refuse(context, 416, "media.range-not-there");
            return;
        }
        if (!range.whole()) {
            response.setStatusCode(206).putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(size));
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length()));
        if (request.method().equals(HttpMethod.HEAD) || range.length() == 0) {
            response.end();
        } else {
            response.sendFile(file.toString(), range.from(), range.length())
                    .onFailure(broken -> request.connection().close());
        }
    }

    /** A range is meant for GET, and under {@code If-Range} only for the very bytes the client has the rest of. */
    private static ByteRange asked(HttpServerRequest request, String tag, long size) {
        String condition = request.getHeader("If-Range");
        boolean applies = request.method().equals(HttpMethod.GET) && (condition == null || condition.equals(tag));
        return applies ? ByteRange.of(request.getHeader("Range"), size) : ByteRange.all(size);
    }

    private static String typeOf(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static void refuse(RoutingContext context, int status, String code) {
        String wish = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        String sentence = FaultTexts.of(code, wish == null ? Locale.CHINA : Locale.forLanguageTag(wish));
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", sentence)
                        .put("status", status)
                        .put("detail", sentence)
                        .put("code", code)
                        .encode());
    }
}
