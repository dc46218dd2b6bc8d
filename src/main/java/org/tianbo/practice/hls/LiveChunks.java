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
import org.tianbo.practice.upload.ChunkRepository.Span;
import org.tianbo.practice.upload.Uploads;

/** The stored chunks of a rehearsal, as far as it has come. */
@ApplicationScoped
class LiveChunks {

    /** A recorder writes its header at once, and a boundary with every key frame. */
    private static final int WITHIN = 4;

    private final ChunkRepository chunks;
    private final Media media;

    LiveChunks(ChunkRepository chunks, Media media) {
        this.chunks = chunks;
        this.media = media;
    }

    List<Span> spans(UUID attempt) {
        return QuarkusTransaction.requiringNew().call(() -> chunks.spansOf(attempt));
    }

    private List<Chunk> from(UUID attempt, int take, int seq, int most) {
        return QuarkusTransaction.requiringNew().call(() -> chunks.chunksFrom(attempt, take, seq, most));
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
        return position.seq() <= position.header() ? header : header.flatMap(start -> later(attempt, position, start));
    }

    private Optional<TakeStart> atHeader(UUID attempt, ChunkPosition position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChunkPosition next = new ChunkPosition(position.take(), position.header(), position.header());
        for (Chunk chunk : from(attempt, position.take(), position.header(), WITHIN)) {
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
        for (Chunk chunk : from(attempt, position.take(), position.seq(), WITHIN)) {
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
