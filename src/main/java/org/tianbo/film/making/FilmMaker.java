package org.tianbo.film.making;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmCopy;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;

/**
 * Makes the copies of a video: the better one of the file that came in, all others of the better one, so that the file
 * from outside is decoded once.
 */
@ApplicationScoped
class FilmMaker {

    /** A file whose end is missing says it is longer than what can be decoded of it. */
    private static final Duration CUT_OFF = Duration.ofSeconds(3);

    private static final int CUT_OFF_PERCENT = 5;

    private static final List<String> SAME_BYTES_EACH_TIME =
            List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact");

    private final Ffmpeg ffmpeg;
    private final ObjectMapper json;
    private final FilmConfig config;

    FilmMaker(Ffmpeg ffmpeg, ObjectMapper json, FilmConfig config) {
        this.ffmpeg = ffmpeg;
        this.json = json;
        this.config = config;
    }

    /** Receives each copy as soon as it is made. */
    interface Sink {
        void made(String kind, Path file) throws IOException;
    }

    /** What the video turned out to be. */
    record Made(Duration length, boolean sound) {}

    /**
     * @param source the file as it came in; copies are made beside it
     * @throws Unmakeable when none can be made of it
     */
    Made make(Path source, Sink sink) throws Unmakeable, IOException {
        Path folder = source.getParent();
        long bytes = Files.size(source);
        Container container = container(source);
        MediaInput input = ffmpeg.ceilings().take(source, container);
        FilmProbe found = FilmProbe.of(ffmpeg, folder, ffmpeg.ceilings().ofProbe(Duration.ZERO, bytes), input, json);
        if (!found.picture()) {
            throw new Unmakeable(found.sound() ? "sound-alone" : "unreadable");
        }
        if (found.length().compareTo(config.longest()) > 0) {
            throw new Unmakeable("too-long");
        }
        Path better = run(folder, ffmpeg.ceilings().ofTake(found.length(), bytes), input, better(found), "better.mp4");
        FilmProbe made = ownProbe(better);
        if (made.length().compareTo(config.longest()) > 0) {
            throw new Unmakeable("too-long");
        }
        requireWhole(found.length(), made.length());
        sink.made(FilmCopy.BETTER, better);
        Limits limits = ffmpeg.ceilings().ofLength(made.length());
        MediaInput own = MediaInput.own(better, Container.MP4);
        sink.made(FilmCopy.SMALL, run(folder, limits, own, small(made.sound()), "small.mp4"));
        if (made.sound()) {
            sink.made(FilmCopy.SOUND, run(folder, limits, own, sound(), "sound.m4a"));
        }
        sink.made(FilmCopy.POSTER, run(folder, limits, own, poster(), "poster.jpg"));
        return new Made(made.length(), made.sound());
    }

    private static Container container(Path source) throws Unmakeable, IOException {
        try (var in = Files.newInputStream(source)) {
            return Container.of(in.readNBytes(Container.HEAD))
                    .filter(Container::isRecorded)
                    .orElseThrow(() -> new Unmakeable("unreadable"));
        }
    }

    private FilmProbe ownProbe(Path file) {
        return FilmProbe.of(
                ffmpeg,
                file.getParent(),
                ffmpeg.ceilings().ofLength(Duration.ZERO),
                MediaInput.own(file, Container.MP4),
                json);
    }

    private static void requireWhole(Duration said, Duration made) throws Unmakeable {
        Duration lacking = said.minus(made);
        if (lacking.compareTo(CUT_OFF) > 0 && lacking.toMillis() * 100 > said.toMillis() * CUT_OFF_PERCENT) {
            throw new Unmakeable("cut-off");
        }
    }

    private static List<String> better(FilmProbe found) {
        List<String> options = new ArrayList<>(pictures(480, "25"));
        options.addAll(List.of("-crf", "26", "-maxrate", "700k", "-bufsize", "1400k"));
        options.addAll(sound(found.sound(), "48k"));
        return options;
    }

    /** Together with what the file itself takes no more than 120 kbit/s, from the first second on. */
    private static List<String> small(boolean sound) {
        List<String> options = new ArrayList<>(pictures(240, "12"));
        options.addAll(List.of("-crf", "30", "-maxrate", "84k", "-bufsize", "84k"));
        options.addAll(sound(sound, "24k"));
        return options;
    }

    private static List<String> pictures(int shortSide, String rate) {
        String size = ("scale=w='min(iw*sar,8192)':h=ih,fps=%2$s,"
                        + "scale='if(gt(iw,ih),-2,2*trunc(min(%1$d,iw)/2))'"
                        + ":'if(gt(iw,ih),2*trunc(min(%1$d,ih)/2),-2)',"
                        + "setsar=1,format=yuv420p")
                .formatted(shortSide, rate);
        return List.of(
                "-map",
                "0:v:0",
                "-vf",
                size,
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-profile:v",
                "main",
                "-g",
                "50");
    }

    private static List<String> sound(boolean there, String rate) {
        return there
                ? List.of(
                        "-map",
                        "0:a:0",
                        "-c:a",
                        "aac",
                        "-b:a",
                        rate,
                        "-ac",
                        "1",
                        "-ar",
                        "24000",
                        "-movflags",
                        "+faststart")
                : List.of("-an", "-movflags", "+faststart");
    }

    private static List<String> sound() {
        return List.of(
                "-map", "0:a:0", "-c:a", "aac", "-b:a", "32k", "-ac", "1", "-ar", "24000", "-movflags", "+faststart");
    }

    /** The most telling of the first pictures, rather than a black one. */
    private static List<String> poster() {
        return List.of(
                "-map",
                "0:v:0",
                "-vf",
                "thumbnail=75,scale='if(gt(iw,ih),-2,270)':'if(gt(iw,ih),270,-2)'",
                "-frames:v",
                "1",
                "-update",
                "1",
                "-q:v",
                "9");
    }

    private Path run(Path folder, Limits limits, MediaInput input, List<String> options, String output)
            throws Unmakeable {
        List<String> all = new ArrayList<>(options);
        all.addAll(SAME_BYTES_EACH_TIME);
        Ffmpeg.Run run = ffmpeg.make(folder, limits, List.of(input), all, output);
        try {
            if (!run.clean() || Files.notExists(folder.resolve(output)) || Files.size(folder.resolve(output)) == 0) {
                throw new Unmakeable("unreadable");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return folder.resolve(output);
    }
}
