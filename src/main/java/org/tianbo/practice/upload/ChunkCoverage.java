package org.tianbo.practice.upload;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.platform.data.Ranges;
import org.tianbo.practice.attempt.AttemptConflict.TakeRanges;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/** The chunks of an attempt by take, as {@link Ranges}. */
record ChunkCoverage(Map<Integer, List<int[]>> takes) {

    static ChunkCoverage of(Stream<Chunk> chunks) {
        return new ChunkCoverage(chunks.collect(Collectors.groupingBy(
                Chunk::take,
                TreeMap::new,
                Collectors.collectingAndThen(
                        Collectors.toList(), of -> Ranges.of(of.stream().mapToInt(Chunk::seq))))));
    }

    /** What the phone counts and is not here. */
    List<TakeRanges> missing(Finish finish) {
        return finish.takes().stream()
                .map(take -> new TakeRanges(
                        take.take(), Ranges.missing(take.chunks(), takes.getOrDefault(take.take(), List.of()))))
                .filter(take -> !take.chunks().isEmpty())
                .toList();
    }

    /** What is here and the phone does not count. */
    List<TakeRanges> surplus(Finish finish) {
        Map<Integer, Integer> counted =
                finish.takes().stream().collect(Collectors.toMap(Finish.TakeEnd::take, Finish.TakeEnd::chunks));
        return takes.entrySet().stream()
                .map(take -> new TakeRanges(
                        take.getKey(), Ranges.beyond(counted.getOrDefault(take.getKey(), 0), take.getValue())))
                .filter(take -> !take.chunks().isEmpty())
                .toList();
    }
}
