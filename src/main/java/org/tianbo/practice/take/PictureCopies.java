package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.media.Ffmpeg;
import org.tianbo.practice.take.PacketTimes.PlayableStretch;
import org.tianbo.practice.take.TakeSource.PartFound;

/**
 * Decides which takes' pictures go into a recording as their phone coded them, which takes seconds where coding anew
 * takes minutes: those that most of the recording is coded like. The others are coded so that they can be joined.
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

    private static final String START_CODE = "\0\0\1";

    /** Of three hours, with a key picture in each second. */
    private static final long MOST_PARAMETER_BYTES = 4L << 20;

    private final Ffmpeg ffmpeg;

    public PictureCopies(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** @param takes numbers of those that are copied @param others how the others are coded to be joined with them */
    public record Choice(Set<Integer> takes, PictureForm others) {}

    /**
     * Of takes of one recording.
     *
     * @param complete of which nothing has to be put in
     * @return empty where coding all of them anew is better, or nothing can be copied
     */
    public Optional<Choice> choose(List<TakeSource> takes, Predicate<TakeSource> complete) {
        Map<PictureCoding, List<TakeSource>> alike = new LinkedHashMap<>();
        for (TakeSource take : takes) {
            if (complete.test(take)) {
                coding(take).ifPresent(coding -> alike.computeIfAbsent(coding, one -> new ArrayList<>())
                        .add(take));
            }
        }
        return alike.entrySet().stream()
                .max(Comparator.comparingLong(group -> lengthUs(group.getValue())))
                .filter(group -> 2 * lengthUs(group.getValue()) >= lengthUs(takes))
                .map(group -> new Choice(
                        group.getValue().stream()
                                .map(take -> take.take().take())
                                .collect(Collectors.toSet()),
                        group.getKey().others()));
    }

    private static long lengthUs(List<TakeSource> takes) {
        return takes.stream()
                .flatMap(take -> take.parts().stream())
                .mapToLong(PictureCopies::lengthUs)
                .sum();
    }

    /** Empty where the take has to be coded anew. */
    private Optional<PictureCoding> coding(TakeSource take) {
        List<PartFound> parts = take.parts().stream()
                .filter(part -> !part.stretches().isEmpty())
                .toList();
        if (parts.isEmpty() || !isShortEnough(take) || !parts.stream().allMatch(PictureCopies::suits)) {
            return Optional.empty();
        }
        Set<Optional<PictureCoding>> codings = parts.stream()
                .map(part ->
                        PictureCoding.of(part.probed().width(), part.probed().height(), parameters(part)))
                .collect(Collectors.toSet());
        return codings.size() == 1 ? codings.iterator().next() : Optional.empty();
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
}
