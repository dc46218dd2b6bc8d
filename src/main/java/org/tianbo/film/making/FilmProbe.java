package org.tianbo.film.making;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;

/** What a video file holds, as far as its copies depend on it. */
record FilmProbe(boolean picture, boolean sound, Duration length) {

    private static final FilmProbe NOTHING = new FilmProbe(false, false, Duration.ZERO);

    private static final List<String> ASKED = List.of(
            "-of", "json", "-show_entries", "format=duration:stream=codec_type,width:stream_disposition=attached_pic");

    /** Nothing where the file makes no sense. */
    static FilmProbe of(Ffmpeg ffmpeg, Path folder, Limits limits, MediaInput input, ObjectMapper json) {
        Ffmpeg.Run run = ffmpeg.probe(folder, limits, input, ASKED);
        if (!run.clean() || run.out().isBlank()) {
            return NOTHING;
        }
        try {
            return of(json.readTree(run.out()));
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private static FilmProbe of(JsonNode report) {
        boolean picture = false;
        boolean sound = false;
        for (JsonNode stream : report.path("streams")) {
            String type = stream.path("codec_type").asText();
            sound |= type.equals("audio");
            // The cover of a song is no video.
            picture |= type.equals("video")
                    && stream.path("width").asInt() > 0
                    && stream.path("disposition").path("attached_pic").asInt() == 0;
        }
        double seconds = report.path("format").path("duration").asDouble(0);
        return new FilmProbe(picture, sound, Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
