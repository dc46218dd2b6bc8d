package org.tianbo.practice.take;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.practice.attempt.TimeMarker;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/**
 * Everything a finished attempt consists of, in the order it was recorded.
 *
 * @param finishedAt of which finish it is; a phone that was given up may finish it once more
 */
public record RecordingInput(
        UUID attempt, String county, Instant finishedAt, List<TimeMarker> markers, List<TakeInput> takes) {

    /** @param copies what viewers were sent of it */
    public record TakeInput(int take, Instant startedAt, Instant endedAt, List<Chunk> chunks, List<CopyInput> copies) {

        public TakeInput(int take, Instant startedAt, Instant endedAt, List<Chunk> chunks) {
            this(take, startedAt, endedAt, chunks, List.of());
        }

        /** What its phone says of its length; zero when the phone does not know. */
        Duration reported() {
            return Duration.between(startedAt, endedAt);
        }
    }

    /**
     * One live copy of a stretch of a take.
     *
     * @param fromMs where in the take's recorded time it begins
     * @param chunks from its header on, none missing between them
     */
    public record CopyInput(int copy, long fromMs, List<Chunk> chunks) {}

    public long bytes() {
        return takes.stream()
                .flatMap(take -> Stream.concat(
                        take.chunks().stream(), take.copies().stream().flatMap(copy -> copy.chunks().stream())))
                .mapToLong(Chunk::size)
                .sum();
    }
}
