package org.tianbo.practice.recording;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.Recording;
import org.tianbo.practice.lifecycle.FinishedAnew;
import org.tianbo.practice.lifecycle.RecordingResults;
import org.tianbo.practice.take.RecordingInput;
import org.tianbo.practice.take.RecordingInput.CopyInput;
import org.tianbo.practice.take.RecordingInput.TakeInput;
import org.tianbo.practice.take.Timeline;
import org.tianbo.practice.upload.ChunkRepository;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.LiveCopyRepository;
import org.tianbo.practice.upload.LiveCopyRepository.CopyChunk;

/**
 * Makes the recording of a finished attempt. The chunks stay as they are, so that it can be run again; the recording is
 * named by its digest, so that a second run ends where the first did. {@code ChunkSweepJob} deletes the chunks days
 * later.
 */
@ApplicationScoped
class RecordingJob implements Job {

    static final String NAME = AttemptJobs.RECORDING;

    private static final Logger LOG = Logger.getLogger(RecordingJob.class);

    /**
     * Beside the assembled take lie its normalised copy, the whole, and the whole once more with its index in front.
     */
    private static final int COPIES = 4;

    private final AttemptRepository attempts;
    private final ChunkRepository chunks;
    private final LiveCopyRepository liveCopies;
    private final RecordingResults results;
    private final RecordingAssembler assembler;
    private final RecordingFiles files;
    private final Media media;

    RecordingJob(
            AttemptRepository attempts,
            ChunkRepository chunks,
            LiveCopyRepository liveCopies,
            RecordingResults results,
            RecordingAssembler assembler,
            RecordingFiles files,
            Media media) {
        this.attempts = attempts;
        this.chunks = chunks;
        this.liveCopies = liveCopies;
        this.results = results;
        this.assembler = assembler;
        this.files = files;
        this.media = media;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Pool pool() {
        return Pool.VIDEO;
    }

    @Override
    public void run(String id) {
        UUID attempt = UUID.fromString(id);
        Optional<RecordingInput> waiting = QuarkusTransaction.requiringNew().call(() -> input(attempt));
        if (waiting.isEmpty()) {
            return;
        }
        RecordingInput input = waiting.get();
        try (WorkDirectory workDirectory = media.workplace(input.county() + "/" + id, COPIES * input.bytes())) {
            AssembledVideo assembled = assembler.assemble(input, workDirectory.folder());
            Recording recording = stored(input, assembled);
            Optional<Recording> replaced = results.recorded(attempt, input.finishedAt(), recording);
            replaced.filter(before -> !before.isSameFileAs(recording))
                    .ifPresent(before -> media.delete(before.videoKey()));
        } catch (FinishedAnew meanwhile) {
            LOG.infof("Attempt %s was finished anew while its recording was made; it is made again", id);
            run(id);
        } catch (NoDecodableVideo unreadable) {
            // What was sent is the same next time, so one try is enough.
            results.failed(attempt, AttemptJobs.NOTHING_TO_SEE);
        } catch (RuntimeException machine) {
            if (!Thread.currentThread().isInterrupted() && results.troubled(attempt)) {
                LOG.errorf(machine, "Attempt %s has been tried for too long", id);
                results.failed(attempt, AttemptJobs.NOT_MADE);
                return;
            }
            throw machine;
        }
    }

    @Override
    public void onExhausted(String id) {
        results.failed(UUID.fromString(id), AttemptJobs.NOT_MADE);
    }

    /** Empty when the recording was made meanwhile. */
    private Optional<RecordingInput> input(UUID id) {
        return attempts.byId(id)
                .filter(attempt -> attempt.state == AttemptState.PROCESSING)
                .map(attempt -> new RecordingInput(id, attempt.county, attempt.finishedAt, attempt.markers, takes(id)));
    }

    private List<TakeInput> takes(UUID attempt) {
        Map<Integer, List<Chunk>> byTake =
                chunks.chunksOf(attempt).stream().collect(Collectors.groupingBy(Chunk::take));
        Map<Integer, List<CopyChunk>> copies = liveCopies.of(attempt).stream()
                .collect(Collectors.groupingBy(one -> one.chunk().take()));
        return chunks.takesOf(attempt).stream()
                .map(take -> new TakeInput(
                        take.take(),
                        take.end().orElseThrow().startedAt(),
                        take.end().orElseThrow().endedAt(),
                        byTake.getOrDefault(take.take(), List.of()),
                        copies(copies.getOrDefault(take.take(), List.of()))))
                .toList();
    }

    /** A copy is read from its header on, as far as none of its chunks is missing. */
    private static List<CopyInput> copies(List<CopyChunk> all) {
        List<CopyInput> copies = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(CopyChunk::copy, TreeMap::new, Collectors.toList()))
                .forEach((copy, chunks) -> {
                    List<Chunk> read = new ArrayList<>();
                    chunks.stream()
                            .map(CopyChunk::chunk)
                            .takeWhile(chunk -> chunk.seq() == read.size())
                            .forEach(read::add);
                    if (!read.isEmpty()) {
                        copies.add(new CopyInput(copy, chunks.get(0).fromMs(), List.copyOf(read)));
                    }
                });
        return copies;
    }

    private Recording stored(RecordingInput input, AssembledVideo assembled) {
        Timeline timeline = assembled.timeline();
        StoredObject video = files.store(input.county(), input.attempt(), assembled.video(), "recording.mp4");
        return new Recording(
                timeline.lengthMs(),
                video.key(),
                video.sha256(),
                files.store(input.county(), input.attempt(), assembled.poster(), "poster.jpg")
                        .key(),
                timeline.gaps(),
                timeline.positions(input.markers()),
                assembled.readings(),
                timeline.copies());
    }
}
