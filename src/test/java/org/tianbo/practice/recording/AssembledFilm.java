package org.tianbo.practice.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Media;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.media.storage.FolderMedia;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.take.HoleFiller;
import org.tianbo.practice.take.MediaProbe;
import org.tianbo.practice.take.PictureCopies;
import org.tianbo.practice.take.RecordingInput;
import org.tianbo.practice.take.RecordingInput.CopyInput;
import org.tianbo.practice.take.RecordingInput.TakeInput;
import org.tianbo.practice.take.TakeNormalizer;
import org.tianbo.practice.take.TakeReader;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/** Takes that were stored in chunks, and the film the real ffmpeg makes of them, without a container. */
final class AssembledFilm {

    private static final Instant START = Instant.parse("2026-06-18T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CHUNKS = 3;
    private static final Pattern MEAN = Pattern.compile("mean_volume: (-?[0-9.]+) dB");

    final Ffmpeg ffmpeg = PackedFfmpeg.withDefaults();
    final MediaProbe inspection = new MediaProbe(ffmpeg, new ObjectMapper());
    private final Media media;
    private final Path folder;
    private final List<TakeInput> takes = new ArrayList<>();
    private Instant next = START;

    AssembledFilm(Path folder) throws IOException {
        this.media = FolderMedia.at(folder.resolve("store"));
        this.folder = media.workplace("fengcheng/1", 0).folder();
    }

    /** Where the takes are worked on. */
    Path folder() {
        return folder;
    }

    /** Another recording, stored under its own key. */
    void store(String key, byte[] bytes) {
        media.store(key, new ByteArrayInputStream(bytes), bytes.length);
    }

    static byte[] resource(String name) throws IOException {
        return AssembledFilm.class.getResourceAsStream("/recordings/" + name).readAllBytes();
    }

    /** A take as its phone tells of it. */
    AssembledFilm take(byte[] bytes, double seconds) {
        int number = takes.size() + 1;
        List<Chunk> chunks = new ArrayList<>();
        int size = (bytes.length + CHUNKS - 1) / CHUNKS;
        for (byte[] chunk : Chunks.cut(bytes, size)) {
            String key = "fengcheng/attempts/1/takes/%d/%d".formatted(number, chunks.size());
            media.store(key, new ByteArrayInputStream(chunk), chunk.length);
            chunks.add(new Chunk(number, chunks.size(), chunk.length, Chunks.sha256(chunk), key));
        }
        Instant end = next.plusMillis(Math.round(seconds * 1000));
        takes.add(new TakeInput(number, next, end, chunks));
        next = end.plus(PAUSE);
        return this;
    }

    /** What viewers were sent of the last take. */
    AssembledFilm copy(byte[] bytes, long fromMs) {
        TakeInput take = takes.remove(takes.size() - 1);
        List<CopyInput> copies = new ArrayList<>(take.copies());
        int number = copies.size() + 1;
        String key = "fengcheng/attempts/1/takes/%d/copy-%d-0".formatted(take.take(), number);
        store(key, bytes);
        Chunk chunk = new Chunk(take.take(), 0, bytes.length, Chunks.sha256(bytes), key);
        copies.add(new CopyInput(number, fromMs, List.of(chunk)));
        takes.add(new TakeInput(take.take(), take.startedAt(), take.endedAt(), take.chunks(), copies));
        return this;
    }

    void lose(int take, int chunk) {
        media.delete(takes.get(take - 1).chunks().get(chunk).key());
    }

    AssembledVideo cut() {
        return assembler(media, ffmpeg)
                .assemble(
                        new RecordingInput(new UUID(0, 1), "fengcheng", START, List.of(), List.copyOf(takes)), folder);
    }

    /** As the application has it. */
    static RecordingAssembler assembler(Media media, Ffmpeg ffmpeg) {
        MediaProbe probe = new MediaProbe(ffmpeg, new ObjectMapper());
        TakeReader reader = new TakeReader(media, probe, ffmpeg);
        TakeNormalizer normalizer = new TakeNormalizer(ffmpeg, probe);
        return new RecordingAssembler(
                ffmpeg,
                probe,
                reader,
                new PictureCopies(ffmpeg),
                normalizer,
                new HoleFiller(reader, normalizer),
                new SharedParameters(ffmpeg));
    }

    /** Seconds of a stream, {@code v} or {@code a}. */
    double seconds(AssembledVideo video, String stream) {
        Ffmpeg.Run run = ffmpeg.probe(
                folder,
                ffmpeg.ceilings().ofLength(Duration.ZERO),
                MediaInput.own(video.video(), Container.MP4),
                List.of("-select_streams", stream, "-show_entries", "stream=duration", "-of", "csv=p=0"));
        return Double.parseDouble(run.out().strip());
    }

    /** Mean loudness in dB. */
    double loudness(AssembledVideo video, double from, double to) {
        Ffmpeg.Run run = ffmpeg.make(
                folder,
                ffmpeg.ceilings().ofLength(Duration.ofMinutes(1)),
                List.of(MediaInput.own(video.video(), Container.MP4)
                        .with("-ss", Double.toString(from), "-t", Double.toString(to - from))),
                List.of("-vn", "-af", "volumedetect", "-f", "null"),
                "-");
        Matcher mean = MEAN.matcher(run.log());
        return mean.find() ? Double.parseDouble(mean.group(1)) : Double.NEGATIVE_INFINITY;
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
