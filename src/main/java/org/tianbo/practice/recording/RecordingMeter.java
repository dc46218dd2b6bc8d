package org.tianbo.practice.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Limits;
import org.tianbo.media.MediaInput;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.PracticeSettings.MirrorBands;

/**
 * Measures a recording in one pass of ffmpeg: how loud and bright it is, and where it is silent, dark, frozen or
 * blurred. What it finds outranks what the phone found while recording.
 */
@ApplicationScoped
public class RecordingMeter {

    private static final Logger LOG = Logger.getLogger(RecordingMeter.class);

    private static final Pattern MEAN = Pattern.compile("mean_volume: (-?[0-9.]+) dB");
    private static final Pattern MAX = Pattern.compile("max_volume: (-?[0-9.]+) dB");
    private static final Pattern LOUDNESS = Pattern.compile("I: +(-?[0-9.]+) LUFS");

    /** Two pictures a second; the middle, where the host and the goods are, is looked at for light, as on the phone. */
    private static final String PICTURE = "fps=2,freezedetect=d=3,blackdetect=d=2,metadata=print:file=picture.txt,"
            + "blurdetect,metadata=print:key=lavfi.blur:file=blur.txt,"
            + "crop=iw/2:ih/2,scale=160:-2,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=light.txt";

    /** What is fainter than this, in dB of full scale, is nobody's voice. */
    private static final String SOUND =
            "silencedetect=noise=-35dB:d=%s,ametadata=print:file=sound.txt,volumedetect,ebur128=framelog=verbose";

    /** Width of edges in pixels. */
    private static final double BLURRED_FROM = 10;

    private static final double BLACK = 16;
    private static final double WHITE = 235;

    private final Ffmpeg ffmpeg;
    private final PracticeSettings settings;

    RecordingMeter(Ffmpeg ffmpeg, PracticeSettings settings) {
        this.ffmpeg = ffmpeg;
        this.settings = settings;
    }

    /**
     * Measures a recording of ours, by what the current county calls silent and dark; one that cannot be measured is
     * worth having all the same.
     *
     * @param lengthMs of the recording
     * @param picture whether it has one; a film of sound alone is dark all along, which says nothing
     */
    public Measurement measure(Path video, long lengthMs, Limits limits, boolean picture) {
        MirrorBands bands = settings.bands();
        Path folder = video.getParent();
        String silence = String.format(Locale.ROOT, "%.3f", bands.silenceFrom().toMillis() / 1000.0);
        List<String> options = new ArrayList<>(picture ? List.of("-vf", PICTURE) : List.of("-vn"));
        options.addAll(List.of("-af", SOUND.formatted(silence), "-f", "null"));
        Ffmpeg.Run run = ffmpeg.make(folder, limits, List.of(MediaInput.own(video, Container.MP4)), options, "-");
        if (!run.clean()) {
            LOG.warnf("A recording could not be measured: %s", run.log());
            return Measurement.NOTHING;
        }
        FilterLog sound = FilterLog.read(folder.resolve("sound.txt"));
        FilterLog pictures = FilterLog.read(folder.resolve("picture.txt"));
        FilterLog blur = FilterLog.read(folder.resolve("blur.txt"));
        FilterLog light = FilterLog.read(folder.resolve("light.txt"));
        double darkBelow = BLACK + bands.darkBelow() / 100 * (WHITE - BLACK);
        List<MeasuredSpan> spans = Stream.of(
                        sound.between("lavfi.silence_start", "lavfi.silence_end", MeasuredSpan.Kind.SILENT, lengthMs),
                        light.where("lavfi.signalstats.YAVG", luma -> luma < darkBelow, MeasuredSpan.Kind.DARK),
                        pictures.between(
                                "lavfi.freezedetect.freeze_start",
                                "lavfi.freezedetect.freeze_end",
                                MeasuredSpan.Kind.FROZEN,
                                lengthMs),
                        pictures.between("lavfi.black_start", "lavfi.black_end", MeasuredSpan.Kind.BLACK, lengthMs),
                        blur.where("lavfi.blur", width -> width >= BLURRED_FROM, MeasuredSpan.Kind.BLURRED))
                .flatMap(List::stream)
                .toList();
        return new Measurement(
                first(MEAN, run.log()).orElse(null),
                first(MAX, run.log()).orElse(null),
                first(LOUDNESS, run.log()).orElse(null),
                rounded(light.average("lavfi.signalstats.YAVG")),
                rounded(sharpness(blur.average("lavfi.blur"))),
                spans);
    }

    private static OptionalDouble sharpness(OptionalDouble width) {
        return width.isPresent() ? OptionalDouble.of(100 / Math.max(1, width.getAsDouble())) : width;
    }

    private static Optional<Double> first(Pattern pattern, String text) {
        Matcher parsed = pattern.matcher(text);
        return parsed.find() ? Optional.of(Double.valueOf(parsed.group(1))) : Optional.empty();
    }

    private static Double rounded(OptionalDouble average) {
        return average.isPresent() ? Math.round(average.getAsDouble() * 10) / 10.0 : null;
    }
}
