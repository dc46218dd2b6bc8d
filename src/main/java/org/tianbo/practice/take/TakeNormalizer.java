package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.tianbo.media.Ceilings;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;
import org.tianbo.practice.take.PacketTimes.PlayableStretch;
import org.tianbo.practice.take.PacketTimes.Range;
import org.tianbo.practice.take.TakeSource.PartFound;
import org.tianbo.practice.take.Timeline.Stretch;

/**
 * Brings whatever can be read of a take into one common form, in pieces: H.264 in thirty pictures a second and sound in
 * one channel, both of the same length. Where the picture ends before the sound it is held; where there is no sound
 * there is silence.
 */
@ApplicationScoped
public class TakeNormalizer {

    private static final Logger LOG = Logger.getLogger(TakeNormalizer.class);

    private static final int FRAMES_PER_SECOND = 30;
    private static final int SAMPLES_PER_SECOND = 48_000;

    /** Timestamps of a recorder that started again may lie a little before the end of what was. */
    private static final long OVERLAP_MS = 300;

    /** Timestamps that reach much farther than the phone says the take was long tell nothing. */
    private static final Duration BEYOND_REPORTED = Duration.ofMinutes(1);

    /** Sound or picture that ffmpeg reads wrongly must not take the other one with it. */
    private static final String READ_ON = "+genpts+discardcorrupt";

    private final Ffmpeg ffmpeg;
    private final MediaProbe probe;
    private final Ceilings ceilings;

    public TakeNormalizer(Ffmpeg ffmpeg, MediaProbe probe) {
        this.ffmpeg = ffmpeg;
        this.probe = probe;
        this.ceilings = ffmpeg.ceilings();
    }

    /** A file in the common form, and which stretch of the take it shows. */
    public record Piece(Path file, Stretch stretch) {}

    /** What is to be made of one stretch. */
    private record Order(
            PartFound part, PlayableStretch stretch, boolean alone, boolean picture, boolean sound, long frames) {

        Order only(boolean withPicture, boolean withSound) {
            return new Order(part, stretch, alone, withPicture, withSound, frames);
        }
    }

    /** In their order; none when nothing can be read. */
    public List<Piece> normalize(TakeSource source, OutputSize outputSize) {
        Path folder = source.parts().isEmpty()
                ? null
                : source.parts().get(0).part().file().getParent();
        Placing placing = new Placing(source.reportedLength());
        List<Piece> pieces = new ArrayList<>();
        for (PartFound part : source.parts()) {
            List<PlayableStretch> stretches =
                    packets(folder, part, source.reportedLength()).stretches();
            for (PlayableStretch stretch : stretches) {
                long lengthMs = Math.min((stretch.endUs() - stretch.startUs()) / 1000, placing.roomMs());
                if (lengthMs >= 0 && placing.roomMs() > 0) {
                    long fromMs = placing.of(stretch, lengthMs);
                    Order order = new Order(
                            part,
                            stretch,
                            stretches.size() == 1,
                            !stretch.picture().isEmpty(),
                            !stretch.sound().isEmpty(),
                            Math.max(1, Math.round(lengthMs * FRAMES_PER_SECOND / 1000.0)));
                    Path file = folder.resolve(
                            "take-%d-%d.mkv".formatted(source.take().take(), pieces.size()));
                    long madeMs = make(order, outputSize, file);
                    if (madeMs > 0) {
                        pieces.add(new Piece(file, new Stretch(fromMs, madeMs)));
                        placing.reached(fromMs + madeMs, madeMs);
                    }
                }
            }
        }
        return pieces;
    }

    /** Where in the take's recorded time stretches lie. */
    private final class Placing {

        private final long farthestMs;
        private long leftMs;
        private long reachedMs;
        private long originUs;
        private boolean first = true;

        Placing(Duration reported) {
            this.leftMs = ceilings.longest(reported).toMillis();
            this.farthestMs =
                    reported.isZero() ? leftMs : reported.plus(BEYOND_REPORTED).toMillis();
        }

        /** Where the file says, unless its time was started again or cannot be: then behind what came before. */
        long of(PlayableStretch stretch, long lengthMs) {
            long fromMs = (stretch.startUs() - originUs) / 1000;
            boolean plausible = !first && fromMs >= reachedMs - OVERLAP_MS && fromMs + lengthMs <= farthestMs;
            if (!plausible) {
                originUs = stretch.startUs() - reachedMs * 1000;
            }
            first = false;
            return plausible ? Math.max(reachedMs, fromMs) : reachedMs;
        }

        long roomMs() {
            return leftMs;
        }

        void reached(long endMs, long lengthMs) {
            reachedMs = endMs;
            leftMs -= lengthMs;
        }
    }

    private PacketTimes packets(Path folder, PartFound part, Duration reported) {
        Path list = folder.resolve("packets.csv");
        try {
            Ffmpeg.Run run = ffmpeg.probe(
                    folder,
                    ceilings.ofProbe(reported, Files.size(part.part().file())),
                    ceilings.take(part.part().file(), part.part().container()).with("-fflags", READ_ON),
                    List.of("-show_entries", "packet=stream_index,pts_time,dts_time,duration_time", "-of", "csv=p=0"),
                    list);
            if (!run.clean()) {
                LOG.infof("%s can be read in part: %s", part.part().file().getFileName(), run.log());
            }
            return PacketList.read(list, part.probed());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return its length in milliseconds; 0 when nothing could be made */
    private long make(Order order, OutputSize outputSize, Path file) {
        long madeMs = made(order, outputSize, file);
        if (madeMs == 0 && order.picture() && order.sound()) {
            madeMs = made(order.only(true, false), outputSize, file);
            madeMs = madeMs == 0 ? made(order.only(false, true), outputSize, file) : madeMs;
        }
        return madeMs;
    }

    private long made(Order order, OutputSize outputSize, Path file) {
        Limits limits = ceilings.ofLength(Duration.ofSeconds(1 + order.frames() / FRAMES_PER_SECOND));
        List<String> options = new ArrayList<>(List.of("-copyts"));
        String start = String.format(Locale.ROOT, "%.6f", order.stretch().startUs() / 1e6);
        ProbeResult probed = order.part().probed();
        options.addAll(List.of("-map", order.picture() ? "0:" + probed.pictureStream() : "1:0"));
        options.addAll(List.of("-map", order.sound() ? "0:" + probed.soundStream() : "1:0"));
        options.addAll(List.of(
                "-vf",
                (order.picture() ? "setpts=PTS-" + start + "/TB," + outputSize.filter() + "," : "") + "fps="
                        + FRAMES_PER_SECOND + ":start_time=0,tpad=stop_mode=clone:stop=-1"));
        options.addAll(List.of(
                "-af",
                (order.sound() ? "asetpts=PTS-" + start + "/TB,aresample=48000:async=1:first_pts=0,apad," : "")
                        + "atrim=end_sample=" + order.frames() * SAMPLES_PER_SECOND / FRAMES_PER_SECOND));
        options.addAll(List.of("-frames:v", Long.toString(order.frames()), "-fps_mode", "passthrough"));
        options.addAll(List.of("-max_error_rate", "1"));
        // Without B-frames the pieces join without a seam, and the cheapest phones play them.
        options.addAll(List.of(
                "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "main", "-crf", "26", "-bf", "0", "-g", "60"));
        options.addAll(List.of("-c:a", "flac", "-sample_fmt", "s16", "-ac", "1", "-ar", "48000", "-f", "matroska"));
        Ffmpeg.Run run = ffmpeg.make(
                file.getParent(),
                limits,
                inputs(order, outputSize),
                options,
                file.getFileName().toString());
        ProbeResult made = probe.inspect(file.getParent(), MediaInput.own(file, Container.WEBM), limits);
        if (!run.clean()) {
            LOG.infof("%s ends early, %d ms of it are readable: %s", file.getFileName(), made.lengthMs(), run.log());
        }
        return made.picture() ? made.lengthMs() : 0;
    }

    private List<MediaInput> inputs(Order order, OutputSize outputSize) {
        List<MediaInput> inputs = new ArrayList<>();
        List<String> reading = new ArrayList<>(List.of("-fflags", READ_ON, "-err_detect", "ignore_err"));
        if (!order.alone()) {
            ProbeResult probed = order.part().probed();
            reading.addAll(picking(probed.pictureStream(), order.stretch().picture()));
            reading.addAll(picking(probed.soundStream(), order.stretch().sound()));
        }
        inputs.add(ceilings.take(order.part().part().file(), order.part().part().container())
                .with(reading.toArray(String[]::new)));
        if (!order.picture()) {
            inputs.add(MediaInput.generated("color=c=black:r=%d:s=%dx%d,format=yuv420p"
                    .formatted(FRAMES_PER_SECOND, outputSize.width(), outputSize.height())));
        } else if (!order.sound()) {
            inputs.add(MediaInput.generated("anullsrc=r=48000:cl=mono"));
        }
        return inputs;
    }

    /** Lets only these packets of the stream through. */
    private static List<String> picking(int stream, Range packets) {
        return stream < 0 || packets.isEmpty()
                ? List.of()
                : List.of(
                        "-bsf:" + stream,
                        "noise=drop='not(between(n,%d,%d))'".formatted(packets.from(), packets.to() - 1));
    }
}
