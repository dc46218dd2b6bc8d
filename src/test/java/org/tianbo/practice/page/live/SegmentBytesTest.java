package org.tianbo.practice.page.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.practice.Eventually;

/** What viewers ask for is read once, and never fills the memory that the lives themselves need. */
class SegmentBytesTest {

    private static final int SEGMENTS = 40;
    private static final int ROOM_FOR = 8;
    private static final int MOST_BYTES = 1024 * 1024;

    private final AtomicInteger reads = new AtomicInteger();
    private byte[] segment;
    private SegmentBytes bytes;

    @BeforeEach
    void storage() {
        segment = new byte[MOST_BYTES / ROOM_FOR];
        Media media = (Media) Proxy.newProxyInstance(
                Media.class.getClassLoader(), new Class<?>[] {Media.class}, (self, call, args) -> {
                    reads.incrementAndGet();
                    return new ByteArrayInputStream(segment);
                });
        bytes = new SegmentBytes(media, MOST_BYTES);
    }

    @Test
    void aSegmentIsReadOnceForAllWhoWatch() {
        for (int viewer = 0; viewer < 500; viewer++) {
            assertThat(bytes.of("segment").join().length()).isEqualTo(segment.length);
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void manyLivesDoNotFillTheMemory() {
        everySegmentIsAskedFor();
        // One that was just read is weighed a moment later.
        Eventually.value(() -> bytes.memory().hottest(SEGMENTS).size(), kept -> kept <= ROOM_FOR);
        assertThat(bytes.memory().weightedSize().orElseThrow()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(reads).hasValue(SEGMENTS);
        everySegmentIsAskedFor();
        assertThat(reads).hasValueGreaterThanOrEqualTo(2 * SEGMENTS - ROOM_FOR);
    }

    private void everySegmentIsAskedFor() {
        IntStream.range(0, SEGMENTS)
                .forEach(number -> bytes.of("segment " + number).join());
    }
}
