package org.tianbo.platform.web.assets;

import io.vertx.core.buffer.Buffer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * One file for browsers, in every form the build has made of it.
 *
 * @param forms as they are sent: there is no second copy of them
 */
record Asset(String url, String type, Map<Encoding, Buffer> forms) {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    static Asset at(String url) {
        String file = url.substring(url.lastIndexOf('/') + 1);
        Map<Encoding, Buffer> forms = new EnumMap<>(Encoding.class);
        for (Encoding encoding : Encoding.values()) {
            try (InputStream in = AssetIndex.open(file + encoding.suffix())) {
                forms.put(encoding, Buffer.buffer(in.readAllBytes()));
            } catch (FileNotFoundException notMade) {
                if (encoding == Encoding.IDENTITY) {
                    throw new UncheckedIOException(notMade);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Asset(url, typeOf(file), forms);
    }

    static String typeOf(String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("No media type is known for " + file);
        }
        return type;
    }

    Encoding best(String acceptEncoding) {
        return Encoding.best(acceptEncoding, forms.keySet());
    }

    /** Whether its name says what is in it: nobody has to ask whether it is still the same. */
    boolean isNamedByContent() {
        return url.startsWith(AssetIndex.HASHED);
    }

    /**
     * How long it may be kept without asking. A new service worker must be seen at once: it decides about all the rest.
     */
    String cacheControl() {
        if (isNamedByContent()) {
            return "max-age=" + Duration.ofDays(365).toSeconds() + ", immutable";
        }
        return url.equals("/sw.js")
                ? "no-cache"
                : "public, max-age=" + Duration.ofDays(1).toSeconds();
    }
}
