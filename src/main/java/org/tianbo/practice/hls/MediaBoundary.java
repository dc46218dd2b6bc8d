package org.tianbo.practice.hls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tianbo.media.Container;

/**
 * Where in a take's bytes a player may begin, once it knows the take's header: at a cluster of WebM, at a fragment of
 * MP4.
 *
 * @param at offset of its first byte
 * @param ms where it lies in the take's recorded time; 0 where the bytes do not say
 */
record MediaBoundary(int at, long ms) {

    private static final byte[] CLUSTER = {0x1f, 0x43, (byte) 0xb6, 0x75};
    private static final int TIMECODE = 0xe7;
    private static final int LONGEST_NUMBER = 8;

    /** A box's size and type. */
    private static final int BOX_HEAD = 8;

    private static final int VERSION_AND_FLAGS = 4;

    /** The first one at or behind the offset. @param header of the take, which says the units of an MP4's times */
    static Optional<MediaBoundary> find(Container container, byte[] header, byte[] bytes, int from) {
        return container == Container.WEBM ? cluster(bytes, from) : fragment(header, bytes, from);
    }

    private static Optional<MediaBoundary> cluster(byte[] bytes, int from) {
        for (int at = indexOf(bytes, CLUSTER, from, bytes.length);
                at >= 0;
                at = indexOf(bytes, CLUSTER, at + 1, bytes.length)) {
            int behindSize = at + CLUSTER.length + lengthOfNumber(bytes, at + CLUSTER.length);
            if (behindSize + 1 < bytes.length && (bytes[behindSize] & 0xff) == TIMECODE) {
                int length = bytes[behindSize + 1] & 0x7f;
                int value = behindSize + 2;
                if (length <= LONGEST_NUMBER && value + length <= bytes.length) {
                    return Optional.of(new MediaBoundary(at, number(bytes, value, length)));
                }
            }
        }
        return Optional.empty();
    }

    /** Of a number in EBML, which its first byte tells. */
    private static int lengthOfNumber(byte[] bytes, int at) {
        return at < bytes.length ? Integer.numberOfLeadingZeros(bytes[at] & 0xff) - Integer.SIZE + 9 : 1;
    }

    private static Optional<MediaBoundary> fragment(byte[] header, byte[] bytes, int from) {
        byte[] moof = ascii("moof");
        for (int type = indexOf(bytes, moof, from + 4, bytes.length);
                type >= 0;
                type = indexOf(bytes, moof, type + 1, bytes.length)) {
            int at = type - 4;
            long size = number(bytes, at, 4);
            if (size > BOX_HEAD && startsWith(bytes, type + moof.length + 4, "mfhd")) {
                int end = (int) Math.min(bytes.length, at + size);
                return Optional.of(new MediaBoundary(at, startOf(bytes, at, end, timescales(header))));
            }
        }
        return Optional.empty();
    }

    /** The fragment's first track says when it begins. */
    private static long startOf(byte[] bytes, int from, int end, Map<Long, Long> timescales) {
        int tfhd = indexOf(bytes, ascii("tfhd"), from, end);
        int tfdt = indexOf(bytes, ascii("tfdt"), from, end);
        if (tfhd < 0 || tfdt < 0 || tfdt + 4 + VERSION_AND_FLAGS + 8 > end) {
            return 0;
        }
        long track = number(bytes, tfhd + 4 + VERSION_AND_FLAGS, 4);
        int length = bytes[tfdt + 4] == 0 ? 4 : 8;
        long time = number(bytes, tfdt + 4 + VERSION_AND_FLAGS, length);
        long unit = timescales.getOrDefault(track, 0L);
        return unit > 0 && time >= 0 ? time * 1000 / unit : 0;
    }

    /** Units in a second by a track's number; in the header each track's number stands before its units. */
    private static Map<Long, Long> timescales(byte[] header) {
        Map<Long, Long> timescales = new HashMap<>();
        int at = 0;
        while (true) {
            int tkhd = indexOf(header, ascii("tkhd"), at, header.length);
            int mdhd = tkhd < 0 ? -1 : indexOf(header, ascii("mdhd"), tkhd, header.length);
            if (mdhd < 0) {
                return timescales;
            }
            at = mdhd + 4;
            int times = header[tkhd + 4] == 0 ? 8 : 16;
            int itsTimes = header[mdhd + 4] == 0 ? 8 : 16;
            if (mdhd + 4 + VERSION_AND_FLAGS + itsTimes + 4 <= header.length) {
                timescales.put(
                        number(header, tkhd + 4 + VERSION_AND_FLAGS + times, 4),
                        number(header, mdhd + 4 + VERSION_AND_FLAGS + itsTimes, 4));
            }
        }
    }

    private static long number(byte[] bytes, int at, int length) {
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        number.position(Long.BYTES - length);
        number.put(bytes, at, length);
        return number.getLong(0);
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        return at + text.length() <= bytes.length && indexOf(bytes, ascii(text), at, at + text.length()) == at;
    }

    private static int indexOf(byte[] bytes, byte[] what, int from, int end) {
        for (int at = Math.max(0, from); at + what.length <= end; at++) {
            int same = 0;
            while (same < what.length && bytes[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
