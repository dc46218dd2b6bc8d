package org.tianbo.practice.page.live;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.tianbo.media.Media;

/** Bytes of segments in memory: five hundred viewers of one live ask for the same ones within two seconds. */
@ApplicationScoped
class SegmentBytes {

    private static final long MOST_BYTES = 48L << 20;

    private final AsyncLoadingCache<String, Buffer> byKey;

    SegmentBytes(Media media) {
        this.byKey = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((String key, Buffer bytes) -> bytes.length())
                .buildAsync(key -> read(media, key));
    }

    /** From the storage once, however many ask meanwhile. */
    CompletableFuture<Buffer> of(String key) {
        return byKey.get(key);
    }

    private static Buffer read(Media media, String key) throws IOException {
        try (InputStream in = media.open(key)) {
            return Buffer.buffer(in.readAllBytes());
        }
    }
}
