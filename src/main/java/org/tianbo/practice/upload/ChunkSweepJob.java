package org.tianbo.practice.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.Recording;
import org.tianbo.practice.lifecycle.RecordingResults;
import org.tianbo.practice.upload.ChunkRepository.Chunk;

/**
 * Frees the room of an attempt's chunks some days after its recording was made; until then it could be made again of
 * them. Nothing goes before the recording was read back from the disk and is, byte for byte, what was made. The rows of
 * the chunks stay, so that a phone which asks late still learns that everything arrived.
 */
@ApplicationScoped
public class ChunkSweepJob implements Job {

    static final String NAME = AttemptJobs.CHUNK_SWEEP;

    private static final Logger LOG = Logger.getLogger(ChunkSweepJob.class);

    private final AttemptRepository attempts;
    private final ChunkRepository chunks;
    private final RecordingResults results;
    private final Media media;

    ChunkSweepJob(AttemptRepository attempts, ChunkRepository chunks, RecordingResults results, Media media) {
        this.attempts = attempts;
        this.chunks = chunks;
        this.results = results;
        this.media = media;
    }

    private record Spare(String county, Recording recording, List<Chunk> chunks) {

        long bytes() {
            return chunks.stream().mapToLong(Chunk::size).sum();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        UUID attempt = UUID.fromString(id);
        Optional<Spare> found = QuarkusTransaction.requiringNew().call(() -> spare(attempt));
        if (found.isEmpty()) {
            return;
        }
        Spare spare = found.get();
        check(spare.recording());
        // Should this stop half-way, the next run deletes the rest: an object that is gone already is no fault.
        // The whole folder, with what came in while the attempt closed and found no place.
        media.sizes("%s/attempts/%s/takes".formatted(spare.county(), id))
                .keySet()
                .forEach(media::delete);
        results.chunksDeleted(attempt);
        LOG.infof(
                "Attempt %s: %d chunks of %d bytes deleted, its recording is whole",
                id, spare.chunks().size(), spare.bytes());
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Attempt %s keeps its chunks, for its recording on the disk is not the one that was made", id);
    }

    /** Empty when the chunks are gone already, or there is no recording to stand in for them. */
    private Optional<Spare> spare(UUID id) {
        return attempts.byId(id)
                .filter(Attempt::canSpareChunks)
                .map(attempt -> new Spare(attempt.county, attempt.recording, chunks.chunksOf(id)));
    }

    private void check(Recording recording) {
        String key = recording.videoKey();
        try (InputStream in = media.open(key)) {
            String there = Sha256.copy(in, OutputStream.nullOutputStream());
            if (!there.equals(recording.videoSha256())) {
                throw new IOException("%s has the digest %s".formatted(key, there));
            }
        } catch (IOException notWhole) {
            throw new RecordingCorrupt(key, notWhole);
        }
    }
}
