package org.tianbo.practice.take;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;

/** Looks into files with ffprobe. */
@ApplicationScoped
public class MediaProbe {

    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Baseline", "Main", "High");

    /** 4.1: what every phone's decoder takes. */
    private static final int HIGHEST_LEVEL = 41;

    /** Eight bits and half the colours; the second name says that black is 0 rather than 16. */
    private static final Set<String> PIXELS = Set.of("yuv420p", "yuvj420p");

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json;

    public MediaProbe(Ffmpeg ffmpeg, ObjectMapper json) {
        this.ffmpeg = ffmpeg;
        this.json = json;
    }

    /** What a film of ours holds. */
    public ProbeResult inspect(Path video) {
        return inspect(
                video.toAbsolutePath().getParent(),
                MediaInput.own(video, Container.MP4),
                ffmpeg.ceilings().ofLength(Duration.ZERO));
    }

    /** What the input holds; {@link ProbeResult#NOTHING} for one that is missing or makes no sense. */
    ProbeResult inspect(Path folder, MediaInput input, Limits limits) {
        Ffmpeg.Run run = ffmpeg.probe(
                folder,
                limits,
                input,
                List.of(
                        "-of",
                        "json",
                        "-show_entries",
                        "format=duration:stream=index,codec_type,codec_name,profile,level,pix_fmt,field_order,"
                                + "sample_aspect_ratio,width,height:stream_side_data=rotation"
                                + ":stream_disposition=attached_pic"));
        if (!run.clean() || run.out().isBlank()) {
            return ProbeResult.NOTHING;
        }
        try {
            return parsed(json.readTree(run.out()));
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private static ProbeResult parsed(JsonNode report) {
        int sound = -1;
        JsonNode picture = null;
        for (JsonNode stream : report.path("streams")) {
            String type = stream.path("codec_type").asText();
            if (sound < 0 && type.equals("audio")) {
                sound = stream.path("index").asInt();
            }
            if (picture == null && type.equals("video") && isDecodable(stream)) {
                picture = stream;
            }
        }
        long lengthMs = Math.round(report.path("format").path("duration").asDouble(0) * 1000);
        if (picture == null) {
            return new ProbeResult(-1, sound, 0, 0, lengthMs, false);
        }
        int width = picture.path("width").asInt();
        int height = picture.path("height").asInt();
        boolean lying = Math.abs(rotation(picture)) % 180 == 90;
        return new ProbeResult(
                picture.path("index").asInt(),
                sound,
                lying ? height : width,
                lying ? width : height,
                lengthMs,
                isPlayable(picture));
    }

    private static int rotation(JsonNode picture) {
        return picture.path("side_data_list").path(0).path("rotation").asInt();
    }

    private static boolean isPlayable(JsonNode picture) {
        return picture.path("codec_name").asText().equals("h264")
                && PROFILES.contains(picture.path("profile").asText())
                && picture.path("level").asInt() <= HIGHEST_LEVEL
                && PIXELS.contains(picture.path("pix_fmt").asText())
                && Set.of("progressive", "unknown")
                        .contains(picture.path("field_order").asText("unknown"))
                && Set.of("1:1", "0:1", "N/A")
                        .contains(picture.path("sample_aspect_ratio").asText("1:1"))
                && picture.path("width").asInt() % 2 == 0
                && picture.path("height").asInt() % 2 == 0
                && rotation(picture) == 0;
    }

    /** A cover that somebody attached is no picture of the rehearsal. */
    private static boolean isDecodable(JsonNode stream) {
        return stream.path("width").asInt() > 0
                && stream.path("disposition").path("attached_pic").asInt() == 0;
    }
}
