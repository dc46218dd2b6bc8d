package org.tianbo.bench.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.tianbo.media.PackedFfmpeg;

/** What a phone records: H.264 at a steady 700 kbit/s in fragments of {@link #CHUNK_SECONDS}, each of them a chunk. */
public record PhoneClip(Path file, List<PhoneClip.Chunk> chunks) {

    public static final int CHUNK_SECONDS = 2;

    private static final int KILOBITS = 700;
    private static final int BOX_HEAD = 8;

    /** @param digest as the header names it */
    public record Chunk(byte[] bytes, String digest) {

        public static Chunk of(byte[] bytes) {
            try {
                byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Chunk(bytes, "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    public static PhoneClip of(Path folder, int seconds) throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "phone.mp4",
                ("-f lavfi -i testsrc2=size=480x854:rate=24:duration=%1$d -c:v libx264 -preset ultrafast"
                                + " -pix_fmt yuv420p"
                                + " -b:v %2$dk -minrate %2$dk -maxrate %2$dk -bufsize %2$dk -x264-params nal-hrd=cbr"
                                + " -g %3$d -keyint_min %3$d -sc_threshold 0"
                                + " -movflags frag_keyframe+empty_moov+default_base_moof")
                        .formatted(seconds, KILOBITS, 24 * CHUNK_SECONDS));
        return new PhoneClip(file, fragments(Files.readAllBytes(file)));
    }

    /** The first with what stands before it. */
    private static List<Chunk> fragments(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        int end = bytes.length;
        for (int at = 0;
                at + BOX_HEAD <= bytes.length;
                at += ByteBuffer.wrap(bytes).getInt(at)) {
            String type = new String(bytes, at + 4, 4, StandardCharsets.US_ASCII);
            if (type.equals("moof")) {
                starts.add(at);
            } else if (type.equals("mfra")) {
                end = at;
            }
        }
        starts.set(0, 0);
        starts.add(end);
        List<Chunk> chunks = new ArrayList<>();
        for (int index = 0; index + 1 < starts.size(); index++) {
            chunks.add(Chunk.of(Arrays.copyOfRange(bytes, starts.get(index), starts.get(index + 1))));
        }
        return chunks;
    }
}
