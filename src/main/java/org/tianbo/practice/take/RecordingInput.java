package org.tianbo.practice.take;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.practice.attempt.TimeMarker;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/** Everything a finished attempt consists of, in the order it was recorded. */
public record RecordingInput(UUID attempt, String county, List<TimeMarker> markers, List<TakeInput> takes) {

    public record TakeInput(int take, Instant startedAt, Instant endedAt, List<Chunk> chunks) {}

    public long bytes() {
        return takes.stream()
                .flatMap(take -> take.chunks().stream())
                .mapToLong(Chunk::size)
                .sum();
    }
}
