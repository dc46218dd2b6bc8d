package org.tianbo.practice.hls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tianbo.media.Ffmpeg;

/**
 * Makes fragmented MP4 in segments of two seconds out of a take as it comes in. H.264 and AAC stay as they are, with
 * segments as long as its key frames allow; everything else is encoded. To sound alone the wave of the voice is shown,
 * for players stop where a picture ends and its sound goes on.
 */
@ApplicationScoped
class LiveEncoder {

    private static final String COPIED = "h264";
    private static final int SEGMENT_SECONDS = 2;
    private static final int LONG_SIDE = 854;
    private static final int SHORT_SIDE = 480;

    /**
     * The wave's size tells pages what to say of it: that it is sound for now, while the network carries no picture, or
     * that the take has none. No phone gives pictures of these sizes.
     */
    static final String WAVE_FOR_NOW = "344x194";

    static final String WAVE_OF_THE_TAKE = "336x190";

    private static final String WAVE = "[0:a:0]showwaves=s=%s:mode=cline:rate=8:colors=0xd9a441,format=yuv420p[wave]";

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json;

    LiveEncoder(Ffmpeg ffmpeg, ObjectMapper json) {
        this.ffmpeg = ffmpeg;
        this.json = json;
    }

    /** What a take holds. @param picture its codec; empty for sound alone @param sound its codec; empty without */
    record Streams(String picture, int width, int height, String sound) {}

    /**
     * Begins with the start's bytes, in an empty folder.
     *
     * @param turned whether the picture's shape changes on the way: then it is encoded, for what is copied is announced
     *     with its first shape alone
     * @return empty when nothing in them can be shown
     */
    Optional<LiveEncoding> begin(TakeStart start, boolean turned, Path folder) {
        return streams(start, folder).map(streams -> begin(streams, start, turned, folder));
    }

    private LiveEncoding begin(Streams streams, TakeStart start, boolean turned, Path folder) {
        Set<String> shapes = shapes(streams, start.bytes());
        boolean copied = !turned && shapes.size() <= 1;
        return new LiveEncoding(
                ffmpeg.begin(
                        folder,
                        ffmpeg.ceilings().ofLive(),
                        ffmpeg.ceilings()
                                .piped(start.container())
                                .with("-probesize", "1000000", "-analyzeduration", "500000"),
                        options(streams, copied, start.next().copy() > 0 ? WAVE_FOR_NOW : WAVE_OF_THE_TAKE),
                        LiveEncoding.LIST),
                folder,
                copied ? shapes : Set.of());
    }

    /** Of pictures that may be copied. @return empty for all others, whatever their bytes look like */
    static Set<String> shapes(Streams streams, byte[] bytes) {
        return streams.picture().equals(COPIED) ? PictureShapes.in(bytes) : Set.of();
    }

    private Optional<Streams> streams(TakeStart start, Path folder) {
        try {
            Path file = Files.write(folder.resolve("start.raw"), start.bytes());
            Ffmpeg.Run run = ffmpeg.probe(
                    folder,
                    ffmpeg.ceilings().ofProbe(Duration.ZERO, start.bytes().length),
                    ffmpeg.ceilings().take(file, start.container()),
                    List.of("-of", "json", "-show_entries", "stream=codec_type,codec_name,width,height"));
            Files.delete(file);
            return run.out().isBlank() ? Optional.empty() : parsed(json.readTree(run.out()));
        } catch (JsonProcessingException garbled) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Optional<Streams> parsed(JsonNode report) {
        JsonNode picture = null;
        String sound = "";
        for (JsonNode stream : report.path("streams")) {
            String type = stream.path("codec_type").asText();
            if (picture == null && type.equals("video") && stream.path("width").asInt() > 0) {
                picture = stream;
            }
            if (sound.isEmpty() && type.equals("audio")) {
                sound = stream.path("codec_name").asText();
            }
        }
        if (picture == null) {
            return sound.isEmpty() ? Optional.empty() : Optional.of(new Streams("", 0, 0, sound));
        }
        return Optional.of(new Streams(
                picture.path("codec_name").asText(),
                picture.path("width").asInt(),
                picture.path("height").asInt(),
                sound));
    }

    /**
     * @param copied whether H.264 is
     * @param wave its size, where there is no picture
     */
    static List<String> options(Streams streams, boolean copied, String wave) {
        List<String> options = new ArrayList<>();
        if (streams.picture().isEmpty()) {
            options.addAll(List.of("-filter_complex", WAVE.formatted(wave), "-map", "[wave]"));
            options.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency"));
            options.addAll(List.of("-crf", "34", "-maxrate", "100k", "-bufsize", "200k"));
            options.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")"));
        } else {
            options.addAll(List.of("-map", "0:v:0"));
            boolean copies = copied && streams.picture().equals(COPIED);
            options.addAll(copies ? List.of("-c:v", "copy") : encoded(streams));
        }
        if (!streams.sound().isEmpty()) {
            options.addAll(List.of("-map", "0:a:0"));
            options.addAll(
                    streams.sound().equals("aac")
                            ? List.of("-c:a", "copy")
                            : List.of("-c:a", "aac", "-b:a", "64k", "-ac", "1", "-af", "aresample=async=1000"));
        }
        options.addAll(List.of("-f", "hls", "-hls_time", Integer.toString(SEGMENT_SECONDS)));
        options.addAll(List.of("-hls_segment_type", "fmp4", "-hls_list_size", "30"));
        options.addAll(List.of("-hls_flags", "independent_segments+temp_file"));
        options.addAll(List.of("-hls_fmp4_init_filename", LiveEncoding.INIT, "-hls_segment_filename", "%d.m4s"));
        return options;
    }

    /** One size for the whole stretch: a phone that is turned while it records gets bars. */
    private static List<String> encoded(Streams streams) {
        double scale = Math.min(
                1,
                Math.min(
                        (double) LONG_SIDE / Math.max(streams.width(), streams.height()),
                        (double) SHORT_SIDE / Math.min(streams.width(), streams.height())));
        String filter = ("scale=w=%1$d:h=%2$d:force_original_aspect_ratio=decrease:force_divisible_by=2,"
                        + "pad=%1$d:%2$d:-1:-1,setsar=1,format=yuv420p")
                .formatted(even(streams.width() * scale), even(streams.height() * scale));
        List<String> options = new ArrayList<>(List.of("-vf", filter, "-c:v", "libx264"));
        options.addAll(List.of("-preset", "superfast", "-tune", "zerolatency", "-profile:v", "main"));
        options.addAll(List.of("-crf", "27", "-maxrate", "700k", "-bufsize", "1400k", "-sc_threshold", "0"));
        options.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")"));
        return options;
    }

    private static int even(double side) {
        return Math.max(2, (int) Math.round(side / 2) * 2);
    }
}
