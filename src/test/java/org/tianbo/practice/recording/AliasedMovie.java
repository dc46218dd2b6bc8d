package org.tianbo.practice.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * A QuickTime movie without pictures of its own: its index says that they lie in another file (an alias data
 * reference).
 */
final class AliasedMovie {

    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "dinf");

    /** Of a Macintosh alias record: what comes before its tagged fields, counted from behind version and flags. */
    private static final int ALIAS_HEAD = 150;

    private static final short ABSOLUTE_PATH = 2;
    private static final short END = -1;

    private AliasedMovie() {}

    /** The index of a movie, with the other file, which holds the same movie whole, as the place of its pictures. */
    static byte[] of(byte[] movie, Path other) {
        return rewritten(ByteBuffer.wrap(movie), other);
    }

    private static byte[] rewritten(ByteBuffer boxes, Path other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (boxes.remaining() >= 8) {
            int size = boxes.getInt(boxes.position());
            byte[] name = new byte[4];
            boxes.get(boxes.position() + 4, name);
            String type = new String(name, StandardCharsets.US_ASCII);
            ByteBuffer body = boxes.slice(boxes.position() + 8, size - 8);
            boxes.position(boxes.position() + size);
            if (ON_THE_WAY.contains(type)) {
                out.writeBytes(box(type, rewritten(body, other)));
            } else if (type.equals("dref")) {
                out.writeBytes(box(type, aliasTo(other)));
            } else if (!type.equals("mdat")) {
                byte[] same = new byte[body.remaining()];
                body.get(same);
                out.writeBytes(box(type, same));
            }
        }
        return out.toByteArray();
    }

    private static byte[] aliasTo(Path other) {
        byte[] path = other.toString().getBytes(StandardCharsets.UTF_8);
        int padded = path.length + path.length % 2;
        ByteBuffer alias = ByteBuffer.allocate(4 + ALIAS_HEAD + 8 + padded);
        alias.position(4 + ALIAS_HEAD);
        alias.putShort(ABSOLUTE_PATH).putShort((short) path.length).put(path);
        alias.position(4 + ALIAS_HEAD + 4 + padded);
        alias.putShort(END).putShort((short) 0);
        byte[] entry = box("alis", alias.array());
        // Version and flags, and one entry.
        return ByteBuffer.allocate(8 + entry.length)
                .putInt(0)
                .putInt(1)
                .put(entry)
                .array();
    }

    private static byte[] box(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }
}
