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

    private final AtomicInteger reads = new AtomicInteger();
    private byte[] segment;
    private SegmentBytes bytes;

    @BeforeEach
    void storage() {
        segment = new byte[(int) (SegmentBytes.mostBytes() / ROOM_FOR)];
        Media media = (Media) Proxy.newProxyInstance(
                Media.class.getClassLoader(), new Class<?>[] {Media.class}, (self, call, args) -> {
                    reads.incrementAndGet();
                    return new ByteArrayInputStream(segment);
                });
        bytes = new SegmentBytes(media);
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
        int most = Eventually.value(this::readsAfterAll, count -> count > 2 * SEGMENTS - 2 * ROOM_FOR);
        assertThat(most).isGreaterThan(SEGMENTS);
    }

    private int readsAfterAll() {
        IntStream.range(0, SEGMENTS)
                .forEach(number -> bytes.of("segment " + number).join());
        return reads.get();
    }
}
