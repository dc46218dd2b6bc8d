package org.tianbo.media.playback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of an object to send (RFC 9110, section 14). One range is served; of several, or of words we do not know,
 * the whole is, as the RFC allows.
 *
 * @param whole whether nothing in particular was asked for
 * @param satisfiable whether any of the bytes asked for exist
 * @param from first byte, inclusive
 * @param length number of bytes
 */
record ByteRange(boolean whole, boolean satisfiable, long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static ByteRange of(String header, long size) {
        Matcher requested = header == null ? null : ONE.matcher(header);
        if (requested == null
                || !requested.matches()
                || (requested.group(1).isEmpty() && requested.group(2).isEmpty())) {
            return all(size);
        }
        if (requested.group(1).isEmpty()) {
            return last(Long.parseLong(requested.group(2)), size);
        }
        long from = Long.parseLong(requested.group(1));
        long to = requested.group(2).isEmpty() ? size - 1 : Long.parseLong(requested.group(2));
        if (!requested.group(2).isEmpty() && to < from) {
            return all(size);
        }
        return from >= size ? none() : new ByteRange(false, true, from, Math.min(to, size - 1) - from + 1);
    }

    static ByteRange all(long size) {
        return new ByteRange(true, true, 0, size);
    }

    private static ByteRange last(long count, long size) {
        long length = Math.min(count, size);
        return length == 0 ? none() : new ByteRange(false, true, size - length, length);
    }

    private static ByteRange none() {
        return new ByteRange(false, false, 0, 0);
    }

    /** The value of {@code Content-Range}. */
    String contentRange(long size) {
        return satisfiable ? "bytes " + from + "-" + (from + length - 1) + "/" + size : "bytes */" + size;
    }
}
