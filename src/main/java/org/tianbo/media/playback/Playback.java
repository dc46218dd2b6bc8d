package org.tianbo.media.playback;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.storage.ObjectInfo;
import org.tianbo.media.storage.ObjectSource;
import org.tianbo.media.storage.ObjectStorage;
import org.tianbo.media.storage.StorageUnavailable;
import org.tianbo.platform.web.Problem;
import org.tianbo.platform.web.Refusals;

/**
 * Serves objects to whoever holds a valid link; the signature is the permission, so nobody is asked to sign in and a
 * player's many small requests cost no session.
 *
 * <p>From a folder the bytes go from the disk to the network without passing through the heap. From a bucket they pass
 * through us, without a thread waiting on a slow phone, rather than by a redirect to the bucket: people need to reach
 * one address only, {@code media-src 'self'} stays true, a forged link is recognised in one place, and it says nothing
 * of the bucket.
 */
@ApplicationScoped
public class Playback {

    private static final Logger LOG = Logger.getLogger(Playback.class);

    /** After the language and the security headers, before anybody is asked who they are. */
    private static final int BEFORE_SIGN_IN = -300;

    private static final int PARTIAL_CONTENT = 206;
    private static final int SERVICE_UNAVAILABLE = 503;

    private static final int PLAYERS_AT_ONCE = 1_000;

    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "webm", "video/webm",
            "m4a", "audio/mp4",
            "jpg", "image/jpeg",
            "png", "image/png");

    private final SignedLinks signedLinks;
    private final ObjectStorage storage;
    private final Clock clock;
    private final HttpClient client;
    private final Refusals refusals;

    @Inject
    public Playback(MediaConfig config, ObjectStorage storage, Clock clock, Vertx vertx, Refusals refusals) {
        this(new SignedLinks(config.linkKey()), storage, clock, client(vertx, config.s3()), refusals);
    }

    public Playback(SignedLinks signedLinks, ObjectStorage storage, Clock clock, HttpClient client, Refusals refusals) {
        this.signedLinks = signedLinks;
        this.storage = storage;
        this.clock = clock;
        this.client = client;
        this.refusals = refusals;
    }

    /** A player that stops reading also holds a connection to the storage. */
    public static HttpClient client(Vertx vertx, MediaConfig.S3 store) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) store.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(PLAYERS_AT_ONCE));
    }

    public void register(@Observes Router router) {
        router.route(SignedLinks.PATH + "*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_SIGN_IN)
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String key = request.path().substring(SignedLinks.PATH.length());
        switch (signedLinks.check(key, request.getParam("exp"), request.getParam("sig"), clock.instant())) {
            case FORGED -> refuseLink(context, "media.link-refused");
            case EXPIRED -> refuseLink(context, "media.link-expired");
            case GOOD -> send(context, key);
        }
    }

    private void send(RoutingContext context, String key) {
        try {
            Optional<ObjectInfo> stored = storage.find(key);
            if (stored.isPresent()) {
                send(context, key, stored.get());
            } else {
                refuse(context, 404, "media.object-not-found");
            }
        } catch (StorageUnavailable unavailable) {
            refuse(context, SERVICE_UNAVAILABLE, unavailable.code());
        } catch (IOException unreadable) {
            context.fail(unreadable);
        }
    }

    private void send(RoutingContext context, String key, ObjectInfo info) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.ETAG, info.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        if (info.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, typeOf(key));
        ByteRange range = requested(request, info);
        if (!range.satisfiable()) {
            response.putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(info.size()));
            refuse(context, 416, "media.range-not-there");
            return;
        }
        if (!range.whole()) {
            response.setStatusCode(206).putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(info.size()));
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length()));
        if (request.method().equals(HttpMethod.HEAD) || range.length() == 0) {
            response.end();
        } else {
            sendBody(context, storage.source(key, info, range.from(), range.length()), range);
        }
    }

    private void sendBody(RoutingContext context, ObjectSource source, ByteRange range) {
        if (source instanceof ObjectSource.LocalFile file) {
            context.response()
                    .sendFile(file.file().toString(), range.from(), range.length())
                    .onFailure(broken -> context.response().reset());
        } else if (source instanceof ObjectSource.RemoteObject remote) {
            // On the event loop, where the answer waits until a handler is set; on this thread it could end before.
            context.vertx().runOnContext(now -> pass(remote, context));
        }
    }

    private void pass(ObjectSource.RemoteObject source, RoutingContext context) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(source.address().toString());
        source.headers().forEach(options::putHeader);
        client.request(options)
                .compose(HttpClientRequest::send)
                .onSuccess(answer -> pass(answer, context))
                .onFailure(failed -> unavailable(context, failed.getMessage()));
    }

    /**
     * At the pace of the slower side. A player that hangs up takes our request to the store along; when the store hangs
     * up, the player is cut off, for the length was promised and nothing else tells it that this is not all.
     */
    private static void pass(HttpClientResponse answer, RoutingContext context) {
        HttpClientRequest request = answer.request();
        if (answer.statusCode() != PARTIAL_CONTENT) {
            request.reset();
            unavailable(context, "the store answered " + answer.statusCode());
        } else if (context.response().closed()) {
            request.reset();
        } else {
            context.addEndHandler(ended -> {
                if (ended.failed()) {
                    request.reset();
                }
            });
            answer.pipe().endOnFailure(false).to(context.response()).onFailure(broken -> {
                request.reset();
                context.response().reset();
            });
        }
    }

    private static void unavailable(RoutingContext context, String why) {
        LOG.warnf("%s cannot be played: %s", context.request().path(), why);
        refuse(context, SERVICE_UNAVAILABLE, "media.store-unavailable");
    }

    /** A range is meant for GET, and under {@code If-Range} only for the very bytes the client has the rest of. */
    private static ByteRange requested(HttpServerRequest request, ObjectInfo info) {
        String condition = request.getHeader("If-Range");
        boolean applies =
                request.method().equals(HttpMethod.GET) && (condition == null || condition.equals(info.tag()));
        return applies ? ByteRange.of(request.getHeader("Range"), info.size()) : ByteRange.all(info.size());
    }

    private static String typeOf(String key) {
        return TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private void refuseLink(RoutingContext context, String code) {
        refusals.record(Refusals.Reason.BAD_LINK, context);
        refuse(context, 403, code);
    }

    private static void refuse(RoutingContext context, int status, String code) {
        HttpServerResponse response = context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.ETAG);
        Problem.send(context, status, code);
    }
}
