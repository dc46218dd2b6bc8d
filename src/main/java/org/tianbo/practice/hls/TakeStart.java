package org.tianbo.practice.hls;

import java.util.Arrays;
import java.util.Optional;
import org.tianbo.media.Container;

/**
 * What a take is begun to be read with, wherever in it: its header, and its bytes from a boundary on.
 *
 * @param fromMs of the take's recorded time
 * @param next the chunk behind these bytes
 */
record TakeStart(Container container, byte[] bytes, long fromMs, ChunkPosition next) {

    /**
     * From the header on.
     *
     * @param bytes of the chunks up to the next one
     * @return empty while no boundary is among them, or the bytes are no recording
     */
    static Optional<TakeStart> atHeader(byte[] bytes, ChunkPosition next) {
        return recorded(bytes).flatMap(container -> MediaBoundary.find(container, bytes, bytes, 0)
                .map(boundary -> new TakeStart(container, bytes, boundary.ms(), next)));
    }

    /** From a later chunk on; this one begins at the header. @return empty while no boundary is among the bytes */
    Optional<TakeStart> later(byte[] later, ChunkPosition behind) {
        byte[] header = header();
        return MediaBoundary.find(container, header, later, 0).map(boundary -> {
            byte[] both = Arrays.copyOf(header, header.length + later.length - boundary.at());
            System.arraycopy(later, boundary.at(), both, header.length, later.length - boundary.at());
            return new TakeStart(container, both, boundary.ms(), behind);
        });
    }

    /** What of later bytes lies before their boundary. @return nothing where they have none */
    byte[] before(byte[] later) {
        int end = MediaBoundary.find(container, header(), later, 0)
                .map(MediaBoundary::at)
                .orElse(0);
        return Arrays.copyOf(later, end);
    }

    /** The same, so many milliseconds later in the take's recorded time. */
    TakeStart shifted(long byMs) {
        return new TakeStart(container, bytes, fromMs + byMs, next);
    }

    private byte[] header() {
        int end = MediaBoundary.find(container, bytes, bytes, 0).orElseThrow().at();
        return Arrays.copyOf(bytes, end);
    }

    /** Whether a recorder that was restarted within a take begins a new file with these bytes. */
    static boolean isHeader(byte[] bytes) {
        return recorded(bytes)
                .filter(container -> container == Container.WEBM || startsWithFtyp(bytes))
                .isPresent();
    }

    private static boolean startsWithFtyp(byte[] bytes) {
        return bytes.length > 8 && bytes[4] == 'f' && bytes[5] == 't' && bytes[6] == 'y' && bytes[7] == 'p';
    }

    private static Optional<Container> recorded(byte[] bytes) {
        return Container.of(Arrays.copyOf(bytes, Container.HEAD)).filter(Container::isRecorded);
    }
}
