package org.tianbo.practice.page.live;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.web.FaultStatus;
import org.tianbo.platform.web.Problem;
import org.tianbo.practice.live.Watching;
import org.tianbo.practice.live.Watching.Admitted;
import org.tianbo.practice.live.Watching.Link;

/**
 * The playlist and the segments of a live. Five hundred players ask a few hundred times a second, so these are answered
 * from memory on the event loop, before anybody is asked who they are: the link and the pass are the permission.
 */
@ApplicationScoped
class WatchMedia {

    private static final Logger LOG = Logger.getLogger(WatchMedia.class);

    /** After the language and the security headers, before anybody is asked who they are. */
    private static final int BEFORE_SIGN_IN = -300;

    /** The pass stands in the path, because an iPhone's own player does not send the page's cookies everywhere. */
    private static final String LIVE =
            "^/live/(?<county>[\\w-]{1,40})/(?<token>[\\w-]{1,100})(?:/as/(?<pass>[\\w.-]{1,200}))?";

    /** A segment never changes; only this viewer's own player may keep it. */
    private static final String WHILE_IT_LASTS = "private, max-age=60, immutable";

    private final Watching watching;
    private final SegmentBytes bytes;

    WatchMedia(Watching watching, SegmentBytes bytes) {
        this.watching = watching;
        this.bytes = bytes;
    }

    void register(@Observes Router router) {
        route(router, "/playlist\\.m3u8$", this::playlist);
        route(router, "/segments/(?<number>\\d{1,9})\\.m4s$", this::segment);
        route(router, "/init/(?<number>\\d{1,9})\\.mp4$", this::init);
    }

    private interface Answer {
        void to(RoutingContext context, Admitted viewer);
    }

    private void route(Router router, String path, Answer answer) {
        router.routeWithRegex(LIVE + path)
                .method(HttpMethod.GET)
                .order(BEFORE_SIGN_IN)
                .handler(context -> admit(context, answer));
    }

    private void admit(RoutingContext context, Answer answer) {
        try {
            Admitted viewer =
                    watching.admit(new Link(context.pathParam("county"), context.pathParam("token"), pass(context)));
            if (watching.isKnown(viewer)) {
                answer.to(context, viewer);
            } else {
                context.vertx()
                        .executeBlocking(() -> {
                            watching.load(viewer);
                            return viewer;
                        })
                        .onSuccess(loaded -> answerSafely(context, loaded, answer))
                        .onFailure(context::fail);
            }
        } catch (Fault refused) {
            refuse(context, refused);
        }
    }

    private static String pass(RoutingContext context) {
        Cookie cookie = context.request().getCookie(WatchPages.PASS);
        String inPath = context.pathParam("pass");
        return inPath == null && cookie != null ? cookie.getValue() : inPath;
    }

    private static void answerSafely(RoutingContext context, Admitted viewer, Answer answer) {
        try {
            answer.to(context, viewer);
        } catch (Fault refused) {
            refuse(context, refused);
        }
    }

    private void playlist(RoutingContext context, Admitted viewer) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.apple.mpegurl")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(watching.playlist(viewer));
    }

    private void segment(RoutingContext context, Admitted viewer) {
        send(context, "video/iso.segment", number -> watching.segmentKey(viewer, number));
    }

    private void init(RoutingContext context, Admitted viewer) {
        send(context, "video/mp4", run -> watching.initKey(viewer, run));
    }

    private void send(RoutingContext context, String type, IntFunction<String> key) {
        bytes.of(key.apply(Integer.parseInt(context.pathParam("number"))))
                .whenComplete((found, failed) -> context.vertx().runOnContext(now -> {
                    if (failed != null) {
                        LOG.warnf(failed, "%s cannot be read", context.normalizedPath());
                        Problem.send(context, 503, "media.store-unavailable");
                    } else {
                        context.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                                .putHeader(HttpHeaders.CACHE_CONTROL, WHILE_IT_LASTS)
                                .end(found);
                    }
                }));
    }

    private static void refuse(RoutingContext context, Fault refused) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Problem.send(context, FaultStatus.of(refused.kind()), refused.code());
    }
}
