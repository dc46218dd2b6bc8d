package org.tianbo.practice.hls;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tianbo.practice.upload.ChunkRepository.Span;

/** The chunk that is made into HLS next. @param header number of the chunk that says how the take is to be read */
record ChunkPosition(int take, int seq, int header) {

    /** Whoever is so many chunks behind jumps to the newest ones: a live shows what is, not what was. */
    private static final int FARTHEST_BEHIND = 15;

    /** Before all chunks of all takes. */
    static final ChunkPosition FIRST = new ChunkPosition(0, 0, 0);

    /** So many of the newest chunks are enough for a player to begin with. */
    private static final int AT_FIRST = 2;

    /** Where to begin where nothing was made before: at the newest chunks of the newest take that has its header. */
    static Optional<ChunkPosition> newest(List<Span> stored) {
        return newestOf(stored).map(span -> new ChunkPosition(span.take(), Math.max(0, span.last() - AT_FIRST), 0));
    }

    /** Where to go on: here, or at the newest chunks where these are far ahead or this take has no more. */
    Optional<ChunkPosition> goOn(List<Span> stored) {
        Optional<Span> own = stored.stream().filter(span -> span.take() == take).findFirst();
        if (own.isPresent() && own.get().last() >= seq) {
            int behind = own.get().last() - seq;
            return Optional.of(
                    behind > FARTHEST_BEHIND ? new ChunkPosition(take, own.get().last() - AT_FIRST, header) : this);
        }
        return newestOf(stored)
                .filter(span -> span.take() > take)
                .map(span ->
                        new ChunkPosition(span.take(), span.last() > FARTHEST_BEHIND ? span.last() - AT_FIRST : 0, 0));
    }

    private static Optional<Span> newestOf(List<Span> stored) {
        return stored.stream().filter(span -> span.first() == 0).max(Comparator.comparingInt(Span::take));
    }

    ChunkPosition following() {
        return new ChunkPosition(take, seq + 1, header);
    }

    /** The chunk before, whose last bytes may not have been shown. */
    ChunkPosition before() {
        return seq > header ? new ChunkPosition(take, seq - 1, header) : this;
    }

    boolean isAt(int otherTake, int otherSeq) {
        return take == otherTake && seq == otherSeq;
    }
}
