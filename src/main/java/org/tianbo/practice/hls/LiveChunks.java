package org.tianbo.practice.hls;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.practice.upload.ChunkRepository;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.LiveCopyRepository;
import org.tianbo.practice.upload.Uploads;

/** The stored chunks of a rehearsal, as far as it has come. */
@ApplicationScoped
class LiveChunks {

    /** A recorder writes its header at once, and a boundary with every key frame. */
    private static final int WITHIN = 4;

    private final ChunkRepository chunks;
    private final LiveCopyRepository copies;
    private final Media media;

    LiveChunks(ChunkRepository chunks, LiveCopyRepository copies, Media media) {
        this.chunks = chunks;
        this.copies = copies;
        this.media = media;
    }

    /** Where to begin where nothing was made before. */
    Optional<ChunkPosition> newest(UUID attempt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ChunkPosition.newest(chunks.spansOf(attempt), copies.behind(attempt, 0, -1)));
    }

    /** Where to go on at the position, as far as its own take or copy is concerned. */
    Optional<ChunkPosition> goOn(UUID attempt, ChunkPosition position) {
        return position.copy() > 0
                ? Optional.of(position)
                : QuarkusTransaction.requiringNew().call(() -> position.goOn(chunks.spansOf(attempt)));
    }

    /** Where the best lies of what comes after the position, when its own take or copy does not go on. */
    Optional<ChunkPosition> instead(UUID attempt, ChunkPosition position) {
        Optional<ChunkPosition> other = QuarkusTransaction.requiringNew().call(() -> {
            int shown = shownBefore(attempt, position);
            return position.instead(shown, chunks.spansOf(attempt), copies.behind(attempt, position.take(), shown));
        });
        return other.map(found -> firstStored(attempt, found));
    }

    /** Behind a hole where there is one: it was not sent when it was live. */
    private ChunkPosition firstStored(UUID attempt, ChunkPosition position) {
        return from(attempt, position, 1).stream()
                .findFirst()
                .filter(chunk -> chunk.take() == position.take())
                .map(chunk -> new ChunkPosition(position.take(), position.copy(), chunk.seq(), position.header()))
                .orElse(position);
    }

    /** The same position for whoever knows only takes: another replica soon finds the copy again. */
    ChunkPosition inTake(UUID attempt, ChunkPosition position) {
        return position.copy() == 0
                ? position
                : QuarkusTransaction.requiringNew()
                        .call(() -> new ChunkPosition(position.take(), shownBefore(attempt, position) + 1, 0));
    }

    private int shownBefore(UUID attempt, ChunkPosition position) {
        return position.copy() == 0
                ? position.seq() - 1
                : copies.beside(attempt, position.take(), position.copy(), position.seq() - 1)
                        .orElse(-1);
    }

    /** Some of those stored from the position on, in the order they were recorded; the first may lie behind it. */
    List<Chunk> from(UUID attempt, ChunkPosition position) {
        return from(attempt, position, WITHIN);
    }

    private List<Chunk> from(UUID attempt, ChunkPosition position, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> position.copy() == 0
                        ? chunks.chunksFrom(attempt, position.take(), position.seq(), most)
                        : copies.chunksFrom(attempt, position.take(), position.copy(), position.seq(), most));
    }

    byte[] bytes(Chunk chunk) {
        try (InputStream in = media.open(chunk.key())) {
            return in.readNBytes((int) Uploads.LARGEST_CHUNK);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What to begin with at the position; empty while too little of it is stored. */
    Optional<TakeStart> start(UUID attempt, ChunkPosition position) {
        Optional<TakeStart> header = atHeader(attempt, position);
        Optional<TakeStart> start =
                position.seq() <= position.header() ? header : header.flatMap(found -> later(attempt, position, found));
        return position.copy() == 0 ? start : start.map(found -> found.shifted(beganMs(attempt, position)));
    }

    /** A copy's own time begins with it. */
    private int beganMs(UUID attempt, ChunkPosition position) {
        return QuarkusTransaction.requiringNew()
                .call(() -> copies.fromMs(attempt, position.take(), position.copy(), 0))
                .orElse(0);
    }

    private Optional<TakeStart> atHeader(UUID attempt, ChunkPosition position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChunkPosition next = new ChunkPosition(position.take(), position.copy(), position.header(), position.header());
        for (Chunk chunk : from(attempt, next, WITHIN)) {
            if (!next.isAt(chunk.take(), chunk.seq())) {
                return Optional.empty();
            }
            bytes.writeBytes(bytes(chunk));
            next = next.following();
            Optional<TakeStart> start = TakeStart.atHeader(bytes.toByteArray(), next);
            if (start.isPresent()) {
                return start;
            }
        }
        return Optional.empty();
    }

    private Optional<TakeStart> later(UUID attempt, ChunkPosition position, TakeStart header) {
        ChunkPosition next = position;
        for (Chunk chunk : from(attempt, position, WITHIN)) {
            if (!next.isAt(chunk.take(), chunk.seq())) {
                return Optional.empty();
            }
            next = next.following();
            Optional<TakeStart> start = header.later(bytes(chunk), next);
            if (start.isPresent()) {
                return start;
            }
        }
        return Optional.empty();
    }
}
