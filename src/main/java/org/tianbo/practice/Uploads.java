package org.tianbo.practice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.Stored;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.ChunkRepository.Chunk;
import org.tianbo.practice.ChunkRepository.Place;
import org.tianbo.practice.ChunkRepository.Take;
import org.tianbo.practice.Conflict.TakeRanges;

/**
 * What a phone sends, in any order and as often as it likes. A chunk is acknowledged when its bytes are forced to the disk and
 * its row is committed, in this order: a row without bytes would be a lie, bytes without a row are only forgotten.
 */
@ApplicationScoped
class Uploads {

    static final long LARGEST_CHUNK = 8L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final AttemptAccess access;
    private final ChunkRepository chunks;
    private final Media media;
    private final Jobs jobs;
    private final Event<AttemptFinished> finished;
    private final Clock clock;

    Uploads(
            AttemptAccess access,
            ChunkRepository chunks,
            Media media,
            Jobs jobs,
            Event<AttemptFinished> finished,
            Clock clock) {
        this.access = access;
        this.chunks = chunks;
        this.media = media;
        this.jobs = jobs;
        this.finished = finished;
        this.clock = clock;
    }

    /**
     * Keeps a chunk.
     *
     * @param type of the bytes, as the recorder names it
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @return whether it is new; false when the very same is here already
     */
    boolean receive(Place place, String type, String sha256, InputStream bytes) {
        // No transaction while the bytes trickle in from a bus: a connection is dearer than a second look.
        Arrival arrival = QuarkusTransaction.requiringNew().call(() -> admit(place));
        String key = keyOf(arrival.county(), place, sha256);
        Stored stored = media.store(key, bytes, LARGEST_CHUNK, sha256);
        String kept;
        try {
            kept = QuarkusTransaction.requiringNew().call(() -> enter(place, arrival, type, stored));
        } catch (AttemptNotFound deletedMeanwhile) {
            media.delete(key);
            throw deletedMeanwhile;
        }
        if (kept == null) {
            return true;
        }
        if (kept.equals(sha256)) {
            return false;
        }
        // The digest is part of the key, so these are surely not the bytes that count.
        media.delete(key);
        throw Conflict.otherBytes();
    }

    private record Arrival(String county, boolean first) {}

    private Arrival admit(Place place) {
        Attempt attempt = access.own(place.attempt());
        if (!attempt.isOpen()) {
            throw new AttemptClosed();
        }
        return new Arrival(attempt.county, attempt.state == AttemptState.PLANNED);
    }

    /** @return null when the chunk was entered, else the digest of the one that is there */
    private String enter(Place place, Arrival arrival, String type, Stored stored) {
        if (arrival.first()) {
            access.ownToChange(place.attempt()).receive();
        } else if (!access.ownToAddTo(place.attempt()).isOpen()) {
            throw new AttemptClosed();
        }
        chunks.begin(place.attempt(), place.take(), type);
        return chunks.add(place, stored.size(), stored.sha256(), stored.key()) ? null : chunks.digestAt(place);
    }

    private static String keyOf(String county, Place place, String sha256) {
        return "%s/takes/%d/%d-%s".formatted(folderOf(county, place.attempt()), place.take(), place.seq(), sha256);
    }

    /** What is safe, so that a phone knows where to go on. */
    @Transactional
    List<SafeTake> safe(UUID attempt) {
        access.readable(attempt);
        Map<Integer, List<Chunk>> byTake =
                chunks.chunksOf(attempt).stream().collect(Collectors.groupingBy(Chunk::take));
        return chunks.takesOf(attempt).stream()
                .map(take -> safe(take, byTake.getOrDefault(take.take(), List.of())))
                .toList();
    }

    private static SafeTake safe(Take take, List<Chunk> there) {
        return new SafeTake(
                take.take(),
                take.type(),
                Ranges.of(there.stream().mapToInt(Chunk::seq)),
                there.stream().mapToLong(Chunk::size).sum());
    }

    /**
     * Closes the attempt and has its recording made. The same finish again changes nothing.
     *
     * @throws Conflict listing the chunks that are missing
     */
    @Transactional
    void finish(UUID id, Finish finish) {
        Attempt attempt = access.ownToChange(id);
        finish.check();
        if (!attempt.isOpen()) {
            if (!sameAsBefore(attempt, finish)) {
                throw new AttemptClosed();
            }
            return;
        }
        checkComplete(attempt, finish);
        finish.takes().forEach(take -> chunks.end(id, take));
        attempt.finish(finish.marks(), clock.instant());
        jobs.enqueue(RecordingJob.NAME, id.toString(), attempt.county);
        finished.fire(new AttemptFinished(attempt.county, attempt.trainee, id, attempt.finishedAt));
        LOG.infof("Attempt %s finished, %d takes", id, finish.takes().size());
    }

    private boolean sameAsBefore(Attempt attempt, Finish finish) {
        Set<Finish.TakeEnd> before = chunks.takesOf(attempt.id).stream()
                .flatMap(take -> take.end().stream())
                .collect(Collectors.toSet());
        return before.equals(Set.copyOf(finish.takes()));
    }

    private void checkComplete(Attempt attempt, Finish finish) {
        Map<Integer, Integer> counts =
                finish.takes().stream().collect(Collectors.toMap(Finish.TakeEnd::take, Finish.TakeEnd::chunks));
        Map<Integer, Set<Integer>> there = new HashMap<>();
        List<Chunk> surplus = new ArrayList<>();
        Map<String, Long> held = media.sizes(folderOf(attempt.county, attempt.id));
        for (Chunk chunk : chunks.chunksOf(attempt.id)) {
            if (chunk.seq() >= counts.getOrDefault(chunk.take(), 0)) {
                surplus.add(chunk);
            } else if (Objects.equals(held.get(chunk.key()), chunk.size())) {
                there.computeIfAbsent(chunk.take(), take -> new HashSet<>()).add(chunk.seq());
            } else {
                LOG.errorf("Chunk %s has a row but no bytes; it is asked for again", chunk.key());
            }
        }
        if (!surplus.isEmpty()) {
            throw FinishRefused.leavesOut(byTake(surplus));
        }
        List<TakeRanges> missing = finish.takes().stream()
                .map(take -> new TakeRanges(
                        take.take(), Ranges.missing(take.chunks(), there.getOrDefault(take.take(), Set.of()))))
                .filter(take -> !take.chunks().isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw Conflict.chunksMissing(missing);
        }
    }

    private static String folderOf(String county, UUID attempt) {
        return "%s/attempts/%s".formatted(county, attempt);
    }

    private static List<TakeRanges> byTake(List<Chunk> some) {
        return some.stream().collect(Collectors.groupingBy(Chunk::take)).entrySet().stream()
                .map(take -> new TakeRanges(
                        take.getKey(), Ranges.of(take.getValue().stream().mapToInt(Chunk::seq))))
                .toList();
    }
}
