package org.tianbo.practice.take;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.practice.take.PacketTimes.PlayableStretch;
import org.tianbo.practice.take.TakeNormalizer.Piece;
import org.tianbo.practice.take.TakeSource.PartFound;
import org.tianbo.practice.take.Timeline.Stretch;

/**
 * Fills what is missing of a take with what its viewers were sent: a smaller picture, but the same words. It lies where
 * its phone said that it was recorded.
 */
@ApplicationScoped
public class HoleFiller {

    /** Shorter holes stay; a recorder's own delay is none. */
    private static final long SHORTEST_MS = Timeline.RECORDERS_DELAY_MS;

    private final TakeReader reader;
    private final TakeNormalizer normalizer;

    public HoleFiller(TakeReader reader, TakeNormalizer normalizer) {
        this.reader = reader;
        this.normalizer = normalizer;
    }

    /** What can fill holes of a take: a live copy on the disk. @param fromMs of the take's recorded time */
    public record Filling(long fromMs, TakeSource source) {}

    /** Brings the live copies of a take that needs them onto the disk; none of one that is all here. */
    public List<Filling> fillings(TakeSource take, Path folder) {
        if (missingMs(take) < Math.max(SHORTEST_MS, take.reportedLength().toMillis() / 100)) {
            return List.of();
        }
        return take.take().copies().stream()
                .map(copy -> new Filling(copy.fromMs(), reader.read(take.take(), copy, folder)))
                .toList();
    }

    private static long missingMs(TakeSource take) {
        long playableUs = take.parts().stream()
                .flatMap(part -> part.stretches().stream())
                .mapToLong(stretch -> stretch.endUs() - stretch.startUs())
                .sum();
        return take.reportedLength().toMillis() - playableUs / 1000;
    }

    /** The pieces of a take with others between them, where there was something to fill a hole with. */
    public List<Piece> fill(
            TakeSource take, List<Piece> pieces, List<Filling> fillings, PictureForm form, Path folder) {
        List<Stretch> holes = holes(pieces, take.reportedLength().toMillis());
        List<Piece> filled = new ArrayList<>(pieces);
        for (Filling filling : fillings) {
            for (PartFound part : filling.source().parts()) {
                long fileFromUs = part.stretches().stream()
                        .mapToLong(PlayableStretch::startUs)
                        .min()
                        .orElse(0);
                for (PlayableStretch stretch : part.stretches()) {
                    long fromMs = filling.fromMs() + (stretch.startUs() - fileFromUs) / 1000;
                    Stretch there = new Stretch(fromMs, (stretch.endUs() - stretch.startUs()) / 1000);
                    holes = holes.stream()
                            .flatMap(hole -> {
                                Stretch common = common(hole, there);
                                Path file = folder.resolve("take-%d-copy-%d.mkv"
                                        .formatted(take.take().take(), filled.size()));
                                long madeMs = common.lengthMs() < SHORTEST_MS / 2
                                        ? 0
                                        : normalizer.cut(
                                                part, stretch, common.fromMs() - fromMs, common.lengthMs(), form, file);
                                if (madeMs == 0) {
                                    return Stream.of(hole);
                                }
                                filled.add(new Piece(file, new Stretch(common.fromMs(), madeMs, true)));
                                return without(hole, common);
                            })
                            .toList();
                }
            }
        }
        return filled.stream()
                .sorted(Comparator.comparingLong(piece -> piece.stretch().fromMs()))
                .toList();
    }

    static List<Stretch> holes(List<Piece> pieces, long reportedMs) {
        List<Stretch> holes = new ArrayList<>();
        long reachedMs = 0;
        for (Piece piece : pieces) {
            holes.add(new Stretch(reachedMs, piece.stretch().fromMs() - reachedMs));
            reachedMs = Math.max(reachedMs, piece.stretch().endMs());
        }
        holes.add(new Stretch(reachedMs, reportedMs - reachedMs));
        return holes.stream().filter(hole -> hole.lengthMs() >= SHORTEST_MS).toList();
    }

    private static Stretch common(Stretch one, Stretch other) {
        long fromMs = Math.max(one.fromMs(), other.fromMs());
        return new Stretch(fromMs, Math.min(one.endMs(), other.endMs()) - fromMs);
    }

    private static Stream<Stretch> without(Stretch hole, Stretch filled) {
        return Stream.of(
                        new Stretch(hole.fromMs(), filled.fromMs() - hole.fromMs()),
                        new Stretch(filled.endMs(), hole.endMs() - filled.endMs()))
                .filter(left -> left.lengthMs() >= SHORTEST_MS / 2);
    }
}
