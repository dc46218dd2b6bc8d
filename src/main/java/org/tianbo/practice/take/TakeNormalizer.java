package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
 * Brings whatever can be read of a take into one common form, in pieces: H.264 and sound in one channel. Where the
 * picture ends before the sound it is held; where there is no sound there is silence. A picture that {@link
 * PictureCopies} lets pass stays as it is coded; else it has as many pictures a second as its camera gave, thirty at
 * most.
 */
@ApplicationScoped
public class TakeNormalizer {

    private static final Logger LOG = Logger.getLogger(TakeNormalizer.class);

    private static final int MOST_FRAMES_PER_SECOND = 30;
    private static final int FEWEST_FRAMES_PER_SECOND = 10;

    /** What cameras give; a little less is the same. */
    private static final int[] USUAL_FRAMES_PER_SECOND = {FEWEST_FRAMES_PER_SECOND, 12, 15, 20, 24, 25};

    private static final double NEARLY = 0.97;
    private static final int SAMPLES_PER_SECOND = 48_000;

    private static final int SECONDS_BETWEEN_KEYS = 2;

    /**
     * With these the preset takes a tenth more bytes than the next slower one and two thirds of its time; without them,
     * a half more bytes.
     */
    private static final String SMALL_AT_LITTLE_COST = "mbtree=1:rc-lookahead=5";

    /** Timestamps of a recorder that started again may lie a little before the end of what was. */
    private static final long OVERLAP_MS = 300;

    /** Timestamps that reach much farther than the phone says the take was long tell nothing. */
    private static final Duration BEYOND_REPORTED = Duration.ofMinutes(1);

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
            PartFound part,
            PlayableStretch stretch,
            boolean picture,
            boolean sound,
            boolean copied,
            int rate,
            long frames) {

        static Order of(PartFound part, PlayableStretch stretch, boolean copied, long lengthMs) {
            int rate = stretch.picture().isEmpty() ? FEWEST_FRAMES_PER_SECOND : rateOf(stretch.pictureEveryUs());
            return new Order(
                    part,
                    stretch,
                    !stretch.picture().isEmpty(),
                    !stretch.sound().isEmpty(),
                    copied,
                    rate,
                    Math.max(1, Math.round(lengthMs * rate / 1000.0)));
        }

        Order only(boolean withPicture, boolean withSound) {
            return new Order(part, stretch, withPicture, withSound, copied, rate, frames);
        }

        /** In seconds of the file's own time. */
        String start() {
            return String.format(Locale.ROOT, "%.6f", stretch.startUs() / 1e6);
        }
    }

    /** Pictures a second. A single one lasts as briefly as can be. */
    private static int rateOf(long everyUs) {
        return IntStream.of(USUAL_FRAMES_PER_SECOND)
                .filter(usual -> usual * everyUs >= NEARLY * 1_000_000)
                .findFirst()
                .orElse(MOST_FRAMES_PER_SECOND);
    }

    /**
     * In their order; none when nothing can be read.
     *
     * @param copied whether the picture stays as it is coded
     */
    public List<Piece> normalize(TakeSource source, PictureForm form, boolean copied) {
        Path folder = source.parts().isEmpty()
                ? null
                : source.parts().get(0).part().file().getParent();
        Placing placing = new Placing(source.reportedLength());
        List<Piece> pieces = new ArrayList<>();
        for (PartFound part : source.parts()) {
            for (PlayableStretch stretch : part.stretches()) {
                long lengthMs = Math.min((stretch.endUs() - stretch.startUs()) / 1000, placing.roomMs());
                if (lengthMs >= 0 && placing.roomMs() > 0) {
                    long fromMs = placing.of(stretch, lengthMs);
                    Path file = folder.resolve(
                            "take-%d-%d.mkv".formatted(source.take().take(), pieces.size()));
                    long madeMs = make(Order.of(part, stretch, copied, lengthMs), form, file);
                    if (madeMs > 0) {
                        pieces.add(new Piece(file, new Stretch(fromMs, madeMs)));
                        placing.reached(fromMs + madeMs, madeMs);
                    }
                }
            }
        }
        return pieces;
    }

    /**
     * What lies within a stretch, coded anew.
     *
     * @param fromMs from the stretch's beginning
     * @param file to make
     * @return its length in milliseconds; 0 when nothing could be made
     */
    long cut(PartFound part, PlayableStretch stretch, long fromMs, long lengthMs, PictureForm form, Path file) {
        return make(Order.of(part, stretch.from(fromMs * 1000), false, lengthMs), form, file);
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

    /** @return its length in milliseconds; 0 when nothing could be made */
    private long make(Order order, PictureForm form, Path file) {
        long madeMs = made(order, form, file);
        if (madeMs == 0 && !order.copied() && order.picture() && order.sound()) {
            madeMs = made(order.only(true, false), form, file);
            madeMs = madeMs == 0 ? made(order.only(false, true), form, file) : madeMs;
        }
        return madeMs;
    }

    private long made(Order order, PictureForm form, Path file) {
        Limits limits = ceilings.ofLength(Duration.ofSeconds(1 + order.frames() / order.rate()));
        ProbeResult probed = order.part().probed();
        List<String> options = new ArrayList<>(List.of("-copyts"));
        options.addAll(List.of("-map", order.picture() ? "0:" + probed.pictureStream() : "1:0"));
        options.addAll(List.of("-map", order.sound() ? "0:" + probed.soundStream() : "1:0"));
        options.addAll(order.copied() ? copied(order) : encoded(order, form));
        options.addAll(List.of(
                "-af",
                (order.sound()
                                ? "asetpts=PTS-" + order.start()
                                        + "/TB,atrim=start=0,aresample=48000:async=1:first_pts=0,apad,"
                                : "")
                        + "atrim=end_sample=" + order.frames() * SAMPLES_PER_SECOND / order.rate()));
        options.addAll(List.of("-max_error_rate", "1"));
        options.addAll(List.of("-c:a", "flac", "-sample_fmt", "s16", "-ac", "1", "-ar", "48000", "-f", "matroska"));
        Ffmpeg.Run run = ffmpeg.make(
                file.getParent(),
                limits,
                inputs(order, form),
                options,
                file.getFileName().toString());
        ProbeResult made = probe.inspect(file.getParent(), MediaInput.own(file, Container.WEBM), limits);
        if (!run.clean()) {
            LOG.infof("%s ends early, %d ms of it are readable: %s", file.getFileName(), made.lengthMs(), run.log());
        }
        return made.picture() ? made.lengthMs() : 0;
    }

    private static List<String> copied(Order order) {
        return List.of("-c:v", "copy", "-bsf:v", "setts=ts=TS-" + order.start() + "/TB");
    }

    private static List<String> encoded(Order order, PictureForm form) {
        List<String> options = new ArrayList<>(List.of(
                "-vf",
                (order.picture()
                                ? "setpts=PTS-" + order.start() + "/TB,trim=start=0,"
                                        + form.size().filter() + ","
                                : "")
                        + "fps=" + order.rate() + ":start_time=0,tpad=stop_mode=clone:stop=-1"));
        options.addAll(List.of("-frames:v", Long.toString(order.frames()), "-fps_mode", "passthrough"));
        // Without B-frames the pieces join without a seam, and the cheapest phones play them.
        options.addAll(List.of("-c:v", "libx264", "-preset", "superfast", "-profile:v", form.profile(), "-crf", "26"));
        options.addAll(List.of("-x264-params", SMALL_AT_LITTLE_COST + ":sps-id=" + form.parameterSet()));
        options.addAll(List.of("-bf", "0", "-g", Integer.toString(SECONDS_BETWEEN_KEYS * order.rate())));
        return options;
    }

    private List<MediaInput> inputs(Order order, PictureForm form) {
        List<MediaInput> inputs = new ArrayList<>();
        List<String> reading = new ArrayList<>(List.of("-fflags", PacketList.READ_ON, "-err_detect", "ignore_err"));
        if (order.picture() && !order.copied()) {
            // The filters of a picture that changes its size go on: begun anew, they would begin at second 0 again.
            reading.addAll(List.of("-reinit_filter:v", "0"));
        }
        if (order.part().stretches().size() > 1) {
            ProbeResult probed = order.part().probed();
            reading.addAll(picking(probed.pictureStream(), order.stretch().picture()));
            reading.addAll(picking(probed.soundStream(), order.stretch().sound()));
        }
        inputs.add(ceilings.take(order.part().part().file(), order.part().part().container())
                .with(reading.toArray(String[]::new)));
        if (!order.picture()) {
            inputs.add(MediaInput.generated("color=c=black:r=%d:s=%dx%d,format=yuv420p"
                    .formatted(order.rate(), form.size().width(), form.size().height())));
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
