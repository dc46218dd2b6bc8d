package org.tianbo.narration.voice;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.MediaInput;
import org.tianbo.narration.Narration;

/**
 * Makes of a spoken track the two files that all phones together can play, of which five minutes take about half a
 * megabyte each.
 */
@ApplicationScoped
class SoundEncoder {

    private static final List<String> OPUS =
            List.of("-c:a", "libopus", "-b:a", "12k", "-application", "voip", "-bitexact");

    /**
     * Left to itself, the encoder cuts off at so few bits all that is above 2.6 kHz, and with it the consonants. It
     * uses more bits than it is given: these make about 14 kbit/s.
     */
    private static final List<String> AAC = List.of(
            "-c:a", "aac", "-b:a", "8k", "-cutoff", "4000", "-ar", "12000", "-movflags", "+faststart", "-bitexact");

    private final Ffmpeg ffmpeg;

    SoundEncoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @param wav one channel; what is made is put beside it */
    Path opus(Path wav, Duration length) {
        return encoded(wav, length, OPUS, "track" + Narration.OPUS);
    }

    /** @param wav one channel; what is made is put beside it */
    Path aac(Path wav, Duration length) {
        return encoded(wav, length, AAC, "track" + Narration.AAC);
    }

    private Path encoded(Path wav, Duration length, List<String> codec, String output) {
        Path folder = wav.getParent();
        List<String> options = new ArrayList<>(codec);
        options.addAll(List.of("-map_metadata", "-1", "-ac", "1"));
        Ffmpeg.Run run = ffmpeg.make(
                folder,
                ffmpeg.ceilings().ofLength(length),
                List.of(MediaInput.own(wav, Container.WAV)),
                options,
                output);
        if (!run.clean()) {
            throw new FfmpegFailed("a narration was not made: " + run.log());
        }
        return folder.resolve(output);
    }
}
