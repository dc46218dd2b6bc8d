package org.tianbo.practice.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;
import org.tianbo.practice.Readings;
import org.tianbo.practice.Readings.TakeReading;

/** Looks into files with ffprobe and ffmpeg's meters. */
@ApplicationScoped
public class MediaProbe {

    private static final Pattern MEAN = Pattern.compile("mean_volume: (-?[0-9.]+) dB");
    private static final Pattern MAX = Pattern.compile("max_volume: (-?[0-9.]+) dB");
    private static final Pattern LUMA = Pattern.compile("lavfi\\.signalstats\\.YAVG=([0-9.]+)");

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json;

    MediaProbe(Ffmpeg ffmpeg, ObjectMapper json) {
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
                        "format=duration:stream=index,codec_type,width,height:stream_side_data=rotation:stream_disposition=attached_pic"));
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
            return new ProbeResult(-1, sound, 0, 0, lengthMs);
        }
        int width = picture.path("width").asInt();
        int height = picture.path("height").asInt();
        boolean lying =
                Math.abs(picture.path("side_data_list").path(0).path("rotation").asInt()) % 180 == 90;
        return new ProbeResult(
                picture.path("index").asInt(), sound, lying ? height : width, lying ? width : height, lengthMs);
    }

    /** A cover that somebody attached is no picture of the rehearsal. */
    private static boolean isDecodable(JsonNode stream) {
        return stream.path("width").asInt() > 0
                && stream.path("disposition").path("attached_pic").asInt() == 0;
    }

    /** Loudness of the whole and brightness of one picture in two seconds. */
    Readings measure(Path video, List<TakeReading> takes, Limits limits) {
        ProbeResult probed = inspect(video);
        Ffmpeg.Run run = ffmpeg.make(
                video.getParent(),
                limits,
                List.of(MediaInput.own(video, Container.MP4)),
                List.of(
                        "-vf",
                        "fps=1/2,scale=160:-2,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-",
                        "-af",
                        "volumedetect",
                        "-f",
                        "null"),
                "-");
        try {
            return new Readings(
                    probed.width(),
                    probed.height(),
                    Files.size(video),
                    first(MEAN, run.log()),
                    first(MAX, run.log()),
                    average(LUMA, run.out()),
                    takes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Double first(Pattern pattern, String text) {
        Matcher parsed = pattern.matcher(text);
        return parsed.find() ? Double.valueOf(parsed.group(1)) : null;
    }

    private static Double average(Pattern pattern, String text) {
        OptionalDouble average = pattern.matcher(text)
                .results()
                .mapToDouble(parsed -> Double.parseDouble(parsed.group(1)))
                .average();
        return average.isPresent() ? Math.round(average.getAsDouble() * 10) / 10.0 : null;
    }
}
