package org.tianbo.practice.page.live;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.tianbo.media.Media;

/** Bytes of segments in memory: five hundred viewers of one live ask for the same ones within two seconds. */
@ApplicationScoped
class SegmentBytes {

    /** Of the heap. A hundred lives fill whatever there is, and the lives themselves need memory too. */
    private static final int SHARE = 16;

    /** Who watches asks for a segment when it is listed; who comes late has it read from the storage again. */
    private static final Duration WANTED = Duration.ofSeconds(20);

    private final AsyncLoadingCache<String, Buffer> byKey;

    @Inject
    SegmentBytes(Media media) {
        this(media, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() / SHARE);
    }

    /** @param most bytes */
    SegmentBytes(Media media, long most) {
        this.byKey = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String key, Buffer bytes) -> bytes.length())
                .expireAfterAccess(WANTED)
                .buildAsync(key -> read(media, key));
    }

    /** How full it is, and how full it may be. */
    Policy.Eviction<String, Buffer> memory() {
        byKey.synchronous().cleanUp();
        return byKey.synchronous().policy().eviction().orElseThrow();
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
