package org.tianbo.bench.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.PhoneClip;
import org.tianbo.bench.measure.Results;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.testsupport.program.PackagedApplication;

/**
 * From the end of a rehearsal to a recording that can be graded, beside ffmpeg by hand on the same bytes, with the
 * options the application uses: H.264 is copied, everything else encoded. And a day of uploads.
 */
public final class RecordingBench {

    /** A few seconds of what takes minutes, to see that it runs; its figures say nothing. */
    static final boolean BRIEF = Boolean.getBoolean("bench.brief");

    private static final Duration H264 = BRIEF ? Duration.ofSeconds(8) : Duration.ofMinutes(10);
    private static final Duration VP8 = BRIEF ? Duration.ofSeconds(8) : Duration.ofMinutes(2);

    /** Of new pictures; the rest of a clip repeats them. */
    private static final int SECONDS = BRIEF ? 4 : 30;

    private static final int CHUNK = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final String COPIED = " -c:v copy";

    private static final String ENCODED = " -vf scale=480:854,fps=30 -c:v libx264 -preset superfast -profile:v main"
            + " -crf 26 -x264-params mbtree=1:rc-lookahead=5 -bf 0 -g 60";

    private static final String SOURCES =
            "-f lavfi -i testsrc2=size=480x854:rate=24:duration=%1$d -f lavfi -i sine=duration=%1$d ";

    private final Calls calls;
    private final Results results;
    private final PackagedApplication application;
    private final Path folder;

    public RecordingBench(Calls calls, Results results, PackagedApplication application, Path folder)
            throws IOException {
        this.calls = calls;
        this.results = results;
        this.application = application;
        this.folder = Files.createDirectories(folder);
    }

    public void run() throws IOException, InterruptedException {
        measure("ten minutes of H.264", h264(), "video/mp4", H264, COPIED);
        measure("two minutes of VP8", vp8(), "video/webm", VP8, ENCODED);
        new DayOfUploads(calls, results, application, folder.resolve("day")).run();
    }

    private void measure(String what, Path file, String type, Duration length, String picture)
            throws IOException, InterruptedException {
        double ready = untilReady(Files.readAllBytes(file), type, length);
        double byHand = byHand(file, picture);
        results.add(what + ", by hand", byHand, "s");
        results.add(what + ", finished until ready", ready, "s", "ffmpeg by hand", byHand);
        results.add(what + ", times real time", length.toSeconds() / ready, "");
    }

    /** @return seconds from the finish; not a number where it took too long */
    private double untilReady(byte[] bytes, String type, Duration length) throws IOException, InterruptedException {
        String token = calls.token();
        String attempt = calls.longRehearsal(token);
        List<PhoneClip.Chunk> chunks = chunks(bytes);
        for (int seq = 0; seq < chunks.size(); seq++) {
            calls.chunk(token, attempt, seq, type, chunks.get(seq));
        }
        Instant now = Clock.systemUTC().instant();
        calls.finish(token, attempt, chunks.size(), now.minus(length), now);
        long finished = System.nanoTime();
        while (!calls.isReady(token, attempt)) {
            if (System.nanoTime() - finished > PATIENCE.toNanos()) {
                return Double.NaN;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return (System.nanoTime() - finished) / 1e9;
    }

    private static List<PhoneClip.Chunk> chunks(byte[] bytes) {
        List<PhoneClip.Chunk> chunks = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += CHUNK) {
            chunks.add(PhoneClip.Chunk.of(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK))));
        }
        return chunks;
    }

    private double byHand(Path file, String picture) {
        long began = System.nanoTime();
        PackedFfmpeg.make(
                folder,
                "by-hand.mkv",
                "-threads 2 -i " + file.toAbsolutePath() + picture + " -c:a flac -ac 1 -ar 48000 -threads 2");
        return (System.nanoTime() - began) / 1e9;
    }

    private Path h264() {
        PackedFfmpeg.make(
                folder,
                "once.mp4",
                SOURCES.formatted(SECONDS)
                        + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -b:v 700k -g 48 -c:a aac -b:a 48k");
        return repeated("once.mp4", "h264.mp4", H264, "-movflags frag_keyframe+empty_moov+default_base_moof");
    }

    private Path vp8() {
        PackedFfmpeg.make(
                folder,
                "once.webm",
                SOURCES.formatted(SECONDS)
                        + "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 700k -g 48 -c:a libopus -b:a 32k");
        return repeated("once.webm", "vp8.webm", VP8, "-f webm -live 1");
    }

    private Path repeated(String once, String name, Duration length, String options) {
        return PackedFfmpeg.make(
                folder,
                name,
                "-stream_loop %d -i %s -c copy %s"
                        .formatted(
                                length.toSeconds() / SECONDS - 1,
                                folder.resolve(once).toAbsolutePath(),
                                options));
    }
}
