package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.take.PacketTimes.PlayableStretch;
import org.tianbo.practice.take.TakeSource.PartFound;

/**
 * Decides whether the pictures of takes go into a recording as their phone coded them, which takes seconds where coding
 * anew takes minutes. All or none: players keep to the parameters that a file begins with.
 */
@ApplicationScoped
public class PictureCopies {

    /** A recording shows 480 lines; more would cost whoever watches it more than it is worth. */
    private static final int SHORT_SIDE = 480;

    private static final int FEWEST_LINES = 240;

    /** Twice what phones are asked for; what takes more is coded anew. */
    private static final long MOST_BYTES_A_SECOND = 1_500_000 / 8;

    /** The parameter sets of an H.264 stream, which say how all the rest is to be read. */
    private static final String PARAMETERS_ALONE = "h264_mp4toannexb,filter_units=pass_types=7-8";

    private static final int SEQUENCE_PARAMETERS = 7;
    private static final String START_CODE = "\0\0\1";

    /** Of three hours, with a key picture in each second. */
    private static final long MOST_PARAMETER_BYTES = 4L << 20;

    private final Ffmpeg ffmpeg;

    public PictureCopies(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Of takes of one recording; a take of which nothing can be read changes nothing. */
    public boolean suit(List<TakeSource> takes) {
        if (!takes.stream().allMatch(this::isShortEnough)) {
            return false;
        }
        List<PartFound> parts = takes.stream()
                .flatMap(take -> take.parts().stream())
                .filter(part -> !part.stretches().isEmpty())
                .toList();
        if (parts.isEmpty()
                || !parts.stream().allMatch(PictureCopies::suits)
                || parts.stream()
                                .map(part -> List.of(
                                        part.probed().width(), part.probed().height()))
                                .distinct()
                                .count()
                        > 1) {
            return false;
        }
        Set<String> parameters = new HashSet<>();
        for (PartFound part : parts) {
            parameters.addAll(parameters(part));
        }
        return parameters.size() == 2
                && parameters.stream().filter(PictureCopies::isOfSequence).count() == 1;
    }

    /** Else it has to be cut. */
    private boolean isShortEnough(TakeSource take) {
        return take.parts().stream().mapToLong(PictureCopies::lengthUs).sum() / 1000
                <= ffmpeg.ceilings().longest(take.reportedLength()).toMillis();
    }

    private static long lengthUs(PartFound part) {
        return part.stretches().stream()
                .mapToLong(stretch -> stretch.endUs() - stretch.startUs())
                .sum();
    }

    private static boolean suits(PartFound part) {
        int lines = Math.min(part.probed().width(), part.probed().height());
        return part.whole()
                && part.probed().playable()
                && lines >= FEWEST_LINES
                && lines <= SHORT_SIDE
                && part.stretches().stream().allMatch(PlayableStretch::copyable)
                && isSmall(part);
    }

    private static boolean isSmall(PartFound part) {
        try {
            return Files.size(part.part().file()) <= MOST_BYTES_A_SECOND * (1 + lengthUs(part) / 1_000_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All different ones; none where they cannot be read. */
    private Set<String> parameters(PartFound part) {
        Path file = part.part().file();
        Path found = file.resolveSibling("parameters.h264");
        try {
            Files.deleteIfExists(found);
            Ffmpeg.Run run = ffmpeg.make(
                    file.getParent(),
                    ffmpeg.ceilings().ofProbe(Duration.ZERO, Files.size(file)),
                    List.of(ffmpeg.ceilings()
                            .take(file, part.part().container())
                            .with("-fflags", PacketList.READ_ON)),
                    List.of(
                            "-map",
                            "0:" + part.probed().pictureStream(),
                            "-c:v",
                            "copy",
                            "-bsf:v",
                            PARAMETERS_ALONE,
                            "-f",
                            "h264"),
                    found.getFileName().toString());
            if (!run.clean() || Files.notExists(found) || Files.size(found) > MOST_PARAMETER_BYTES) {
                return Set.of();
            }
            return units(Files.readString(found, StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What stands between start codes, of which some have one more zero in front. */
    private static Set<String> units(String stream) {
        Set<String> units = new HashSet<>();
        Stream.of(stream.split(START_CODE))
                .map(unit -> unit.replaceAll("\0+$", ""))
                .filter(unit -> !unit.isEmpty())
                .forEach(units::add);
        return units;
    }

    private static boolean isOfSequence(String unit) {
        return (unit.charAt(0) & 0x1f) == SEQUENCE_PARAMETERS;
    }
}
