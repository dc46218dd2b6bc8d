package org.tianbo.practice.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.RecordingCopy.Strip;

/**
 * Makes the copies of a recording: a small one, its sound, and a strip of pictures. The recording is decoded once;
 * sound and pictures are taken from the small copy.
 */
@ApplicationScoped
class CopyMaker {

    private static final int SHORT_SIDE = 240;

    private static final List<String> SAME_BYTES_EACH_TIME =
            List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact");

    private final Ffmpeg ffmpeg;

    CopyMaker(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @param kind of {@link RecordingCopy}
     * @param strip null for what is no strip
     */
    record MadeCopy(String kind, Path file, Strip strip) {}

    /**
     * Makes them beside the recording. A small copy that turned out no smaller is left out.
     *
     * @param width of the recording
     * @throws FfmpegFailed when one of them cannot be made
     */
    List<MadeCopy> make(Path recording, long lengthMs, int width, int height) {
        try {
            Path folder = recording.getParent();
            Limits limits = ffmpeg.ceilings().ofLength(Duration.ofMillis(lengthMs));
            Path small = run(folder, limits, recording, small(width, height), "small.mp4");
            List<MadeCopy> copies = new ArrayList<>();
            if (Files.size(small) < Files.size(recording)) {
                copies.add(new MadeCopy(RecordingCopy.SMALL, small, null));
            }
            copies.add(new MadeCopy(RecordingCopy.SOUND, run(folder, limits, small, sound(), "sound.m4a"), null));
            Strip strip = Strip.of(lengthMs, width, height);
            copies.add(
                    new MadeCopy(RecordingCopy.STRIP, run(folder, limits, small, pictures(strip), "strip.jpg"), strip));
            return List.copyOf(copies);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of a recording without a picture nothing but its sound is worth copying. */
    List<MadeCopy> makeSound(Path recording, long lengthMs) {
        Limits limits = ffmpeg.ceilings().ofLength(Duration.ofMillis(lengthMs));
        Path sound = run(recording.getParent(), limits, recording, sound(), "sound.m4a");
        return List.of(new MadeCopy(RecordingCopy.SOUND, sound, null));
    }

    private static List<String> small(int width, int height) {
        String size = width >= height ? "-2:" + SHORT_SIDE : SHORT_SIDE + ":-2";
        List<String> options = new ArrayList<>(List.of("-map", "0:v:0", "-map", "0:a:0"));
        options.addAll(List.of("-vf", "fps=15,scale=" + size));
        options.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "main", "-bf", "0", "-g", "30"));
        options.addAll(List.of("-crf", "28", "-maxrate", "180k", "-bufsize", "360k"));
        options.addAll(List.of("-c:a", "aac", "-b:a", "32k", "-ac", "1", "-movflags", "+faststart"));
        return options;
    }

    private static List<String> sound() {
        return List.of("-map", "0:a:0", "-c:a", "copy", "-movflags", "+faststart");
    }

    private static List<String> pictures(Strip strip) {
        String filter = String.format(
                Locale.ROOT,
                "fps=1000/%d,scale=%d:%d,tile=%dx%d",
                strip.everyMs(),
                strip.width(),
                strip.height(),
                strip.columns(),
                strip.rows());
        return List.of("-map", "0:v:0", "-vf", filter, "-frames:v", "1", "-update", "1", "-q:v", "6");
    }

    private Path run(Path folder, Limits limits, Path input, List<String> options, String output) {
        List<String> all = new ArrayList<>(options);
        all.addAll(SAME_BYTES_EACH_TIME);
        Ffmpeg.Run run = ffmpeg.make(folder, limits, List.of(MediaInput.own(input, Container.MP4)), all, output);
        if (!run.clean() || Files.notExists(folder.resolve(output))) {
            throw new FfmpegFailed(all, run);
        }
        return folder.resolve(output);
    }
}
