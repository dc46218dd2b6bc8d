package org.tianbo.platform.web.assets;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Serves what {@code AssetBuild} prepared, from memory and already compressed: {@code /assets/…} for ever, {@code
 * /sw.js} and the manifest for a while. Anybody may have these files.
 */
@ApplicationScoped
public class Assets {

    /** After the language and the security headers, before anybody is asked who they are. */
    private static final int BEFORE_SIGN_IN = -300;

    private static final String ANSWERED_BY = "/assets/*";

    private final Map<String, Served> byUrl;

    Assets() {
        byUrl = AssetIndex.built().urls().values().stream()
                .map(Asset::at)
                .collect(Collectors.toUnmodifiableMap(Asset::url, Served::of));
    }

    void register(@Observes Router router) {
        byUrl.forEach((url, served) -> router.route(url)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_SIGN_IN)
                .handler(served::answer));
        router.route(ANSWERED_BY)
                .order(BEFORE_SIGN_IN + 1)
                .handler(context -> context.response().setStatusCode(404).end());
    }

    /**
     * An asset ready to be sent: nothing is computed per request but the choice of its form.
     *
     * @param tags of what may change under its name; a phone pays for each header
     */
    private record Served(Asset asset, Map<Encoding, String> tags) {

        static Served of(Asset asset) {
            return new Served(
                    asset,
                    asset.isNamedByContent()
                            ? Map.of()
                            : asset.forms().entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, form -> tag(form.getValue()))));
        }

        private static String tag(Buffer content) {
            CRC32C sum = new CRC32C();
            sum.update(content.getBytes());
            return "\"" + Long.toHexString(sum.getValue()) + "\"";
        }

        void answer(RoutingContext context) {
            Encoding encoding = asset.best(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
            HttpServerResponse response = context.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, asset.cacheControl())
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            String tag = tags.get(encoding);
            if (tag != null) {
                response.putHeader(HttpHeaders.ETAG, tag);
                if (isKnown(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
                    response.setStatusCode(304).end();
                    return;
                }
            }
            response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
            if (encoding != Encoding.IDENTITY) {
                response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding.token());
            }
            Buffer body = asset.forms().get(encoding);
            if (context.request().method().equals(HttpMethod.HEAD)) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
                response.end();
            } else {
                response.end(body);
            }
        }

        private static boolean isKnown(String ifNoneMatch, String tag) {
            return ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag));
        }
    }
}
