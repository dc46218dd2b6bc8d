package org.tianbo.practice.hls;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tianbo.practice.upload.ChunkRepository.Span;
import org.tianbo.practice.upload.LiveCopyRepository.CopySpan;

/**
 * The chunk that is made into HLS next.
 *
 * @param copy the live copy of the take whose chunk it is; 0 for the take itself
 * @param header number of the chunk that says how the take or the copy is to be read
 */
record ChunkPosition(int take, int copy, int seq, int header) {

    /** Whoever is so many chunks behind jumps to the newest ones: a live shows what is, not what was. */
    private static final int FARTHEST_BEHIND = 15;

    /** Before all chunks of all takes. */
    static final ChunkPosition FIRST = new ChunkPosition(0, 0, 0);

    /** So many of the newest chunks are enough for a player to begin with. */
    private static final int AT_FIRST = 2;

    ChunkPosition(int take, int seq, int header) {
        this(take, 0, seq, header);
    }

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

    /** The same where copies reach farther than the takes themselves. */
    static Optional<ChunkPosition> newest(List<Span> stored, List<CopySpan> copies) {
        Optional<Span> take = newestOf(stored);
        return lastOf(copies)
                .filter(copy -> take.isEmpty() || reachesBeyond(copy, take.get()))
                .map(copy -> in(copy, Math.max(0, copy.last() - AT_FIRST)))
                .or(() -> newest(stored));
    }

    /**
     * Where to go on when what comes next here does not: in a copy that reaches farther, and from a copy in the take
     * again as soon as that does.
     *
     * @param shown the take's own chunk that was recorded with the last one shown; before the first -1
     * @param copies what of them is stored behind it
     */
    Optional<ChunkPosition> instead(int shown, List<Span> stored, List<CopySpan> copies) {
        Optional<CopySpan> other = lastOf(copies).filter(span -> span.take() > take || span.copy() > copy);
        Optional<Span> own = copy == 0
                ? Optional.empty()
                : stored.stream()
                        .filter(span -> span.take() == take ? span.last() > shown : span.take() > take)
                        .filter(span -> span.first() == 0)
                        .reduce((one, later) -> later);
        if (own.isPresent() && (other.isEmpty() || !reachesBeyond(other.get(), own.get()))) {
            int from = own.get().take() == take ? shown + 1 : 0;
            int last = own.get().last();
            return Optional.of(
                    new ChunkPosition(own.get().take(), last - from > FARTHEST_BEHIND ? last - AT_FIRST : from, 0));
        }
        return other.map(
                span -> in(span, span.last() - span.first() > FARTHEST_BEHIND ? span.last() - AT_FIRST : span.first()));
    }

    private static ChunkPosition in(CopySpan span, int seq) {
        return new ChunkPosition(span.take(), span.copy(), seq, 0);
    }

    private static boolean reachesBeyond(CopySpan copy, Span take) {
        return copy.take() > take.take() || copy.take() == take.take() && copy.reach() > take.last();
    }

    private static Optional<CopySpan> lastOf(List<CopySpan> copies) {
        return copies.stream().reduce((one, later) -> later);
    }

    private static Optional<Span> newestOf(List<Span> stored) {
        return stored.stream().filter(span -> span.first() == 0).max(Comparator.comparingInt(Span::take));
    }

    ChunkPosition following() {
        return new ChunkPosition(take, copy, seq + 1, header);
    }

    /** The chunk before, whose last bytes may not have been shown. */
    ChunkPosition before() {
        return seq > header ? new ChunkPosition(take, copy, seq - 1, header) : this;
    }

    boolean isAt(int otherTake, int otherSeq) {
        return take == otherTake && seq == otherSeq;
    }
}
