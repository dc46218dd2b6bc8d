package org.tianbo.practice.upload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.media.Media;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.StorageQuotas;
import org.tianbo.media.StoredObject;
import org.tianbo.platform.data.Ranges;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.AttemptFinished;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptClosed;
import org.tianbo.practice.attempt.AttemptConflict;
import org.tianbo.practice.attempt.AttemptConflict.TakeRanges;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.OnSiteRecordings;
import org.tianbo.practice.attempt.PhoneLoss;
import org.tianbo.practice.attempt.QuotaReached;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.audience.AudienceRecords;
import org.tianbo.practice.upload.ChunkRepository.Chunk;
import org.tianbo.practice.upload.ChunkRepository.Place;
import org.tianbo.practice.upload.ChunkRepository.Take;

/**
 * What a phone sends, in any order and as often as it likes. A chunk is acknowledged when its bytes are forced to the
 * disk and its row is committed, in this order: a row without bytes would be a lie, bytes without a row are only
 * forgotten.
 */
@ApplicationScoped
public class Uploads {

    public static final long LARGEST_CHUNK = 8L * 1024 * 1024;

    static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final Duration JUST_NOW = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final AttemptAccess access;
    private final ChunkRepository chunks;
    private final Media media;
    private final StorageQuotas quotas;
    private final Jobs jobs;
    private final Event<AttemptFinished> finished;
    private final AudienceRecords audiences;
    private final OnSiteRecordings onSite;
    private final Curriculum curriculum;
    private final PracticeConfig config;
    private final Clock clock;

    /** Who was looked at closely a moment ago: of their next chunks only the attempt's state is asked. */
    private final Cache<Sender, Admission> admitted =
            Caffeine.newBuilder().expireAfterWrite(JUST_NOW).maximumSize(10_000).build();

    private record Sender(UUID attempt, UUID person, String recorder) {}

    private record Admission(String county, UUID trainee, UploadLimits limits) {}

    Uploads(
            AttemptAccess access,
            ChunkRepository chunks,
            Media media,
            StorageQuotas quotas,
            Jobs jobs,
            Event<AttemptFinished> finished,
            AudienceRecords audiences,
            OnSiteRecordings onSite,
            Curriculum curriculum,
            PracticeConfig config,
            Clock clock) {
        this.access = access;
        this.chunks = chunks;
        this.media = media;
        this.quotas = quotas;
        this.jobs = jobs;
        this.finished = finished;
        this.audiences = audiences;
        this.onSite = onSite;
        this.curriculum = curriculum;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps a chunk of whoever is signed in. @return whether it is new */
    public boolean receive(String recorder, Place place, String type, String sha256, InputStream bytes) {
        SendingRight right = new SendingRight(access.me(), recorder, access::sendable, access::sendableToChange);
        return receive(right, place, type, sha256, bytes);
    }

    /**
     * Keeps a chunk.
     *
     * @param type of the bytes, as the recorder names it
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @return whether it is new; false when the very same is here already
     */
    public boolean receive(SendingRight right, Place place, String type, String sha256, InputStream bytes) {
        if (sha256.equals(OF_NOTHING)) {
            throw FinishRefused.emptyChunk();
        }
        Sender sender = new Sender(place.attempt(), right.holder(), right.recorder());
        // No transaction while the bytes trickle in from a bus: a connection is dearer than a second look.
        Optional<Admission> known = Optional.ofNullable(admitted.getIfPresent(sender));
        String county = known.map(Admission::county)
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> admit(right, place)));
        String key = keyOf(county, place, sha256);
        StoredObject storedObject = media.store(key, bytes, LARGEST_CHUNK, sha256);
        try {
            return QuarkusTransaction.requiringNew().call(() -> enter(right, known, place, type, storedObject));
        } catch (RuntimeException rolledBack) {
            admitted.invalidate(sender);
            if (rolledBack instanceof Fault) {
                forget(place, key, sha256);
            }
            throw rolledBack;
        }
    }

    private String admit(SendingRight right, Place place) {
        Attempt attempt = right.look().apply(place.attempt());
        if (!PhoneLoss.takesChunks(attempt)) {
            throw new AttemptClosed();
        }
        Recorder.require(attempt, right.recorder());
        limits(attempt).check(place);
        QuotaReached.check(quotas.reached(attempt.trainee, QuotaKind.BYTES, QuotaKind.CHUNKS));
        return attempt.county;
    }

    private boolean enter(
            SendingRight right, Optional<Admission> known, Place place, String type, StoredObject storedObject) {
        Admission admission =
                known.filter(one -> access.holdUploading(place.attempt())).orElseGet(() -> admission(right, place));
        admission.limits().check(place);
        boolean added = chunks.add(place, type, storedObject.size(), storedObject.sha256(), storedObject.key());
        if (!added && !chunks.digestAt(place).equals(Optional.of(storedObject.sha256()))) {
            throw AttemptConflict.otherBytes();
        }
        if (added) {
            admission.limits().checkCount(chunks.countOf(place.attempt()));
            QuotaReached.check(quotas.exceeded(admission.trainee(), QuotaKind.BYTES, QuotaKind.CHUNKS));
        }
        return added;
    }

    /** The close look, with the attempt held until the transaction ends. */
    private Admission admission(SendingRight right, Place place) {
        Attempt attempt = right.lock().apply(place.attempt());
        attempt.receive(right.recorder());
        Admission admission = new Admission(attempt.county, attempt.trainee, limits(attempt));
        admitted.put(new Sender(place.attempt(), right.holder(), right.recorder()), admission);
        return admission;
    }

    /** Deletes bytes that found no place, unless the very same were entered before: the digest is part of the key. */
    private void forget(Place place, String key, String sha256) {
        Optional<String> entered = QuarkusTransaction.requiringNew().call(() -> chunks.digestAt(place));
        if (!entered.equals(Optional.of(sha256))) {
            media.delete(key);
        }
    }

    private static String keyOf(String county, Place place, String sha256) {
        return "%s/takes/%d/%d-%s".formatted(folderOf(county, place.attempt()), place.take(), place.seq(), sha256);
    }

    /** What is safe, so that a phone knows where to go on. @param recorder of a phone that asks for its own */
    @Transactional
    public List<StoredTake> safe(UUID attempt, Optional<String> recorder) {
        Attempt found = access.followable(attempt);
        recorder.ifPresent(own -> Recorder.require(found, own));
        Map<Integer, List<Chunk>> byTake =
                chunks.chunksOf(attempt).stream().collect(Collectors.groupingBy(Chunk::take));
        return chunks.takesOf(attempt).stream()
                .map(take -> safe(take, byTake.getOrDefault(take.take(), List.of())))
                .toList();
    }

    private static StoredTake safe(Take take, List<Chunk> there) {
        return new StoredTake(
                take.take(),
                take.type(),
                Ranges.of(there.stream().mapToInt(Chunk::seq)),
                there.stream().mapToLong(Chunk::size).sum());
    }

    /**
     * Closes the attempt and has its recording made. The same finish again changes nothing. What is stored is listed
     * before the attempt is locked, for a bucket may take its time.
     *
     * @throws AttemptConflict listing the chunks that are missing
     * @throws Fault when no phone can have made this
     */
    public void finish(UUID id, Finish finish) {
        finish.check();
        Optional<StoredChunks> open = QuarkusTransaction.requiringNew().call(() -> storedChunks(id, finish));
        if (open.isPresent()) {
            List<TakeRanges> missing = whole(open.get()).missing(finish);
            if (!missing.isEmpty()) {
                throw AttemptConflict.chunksMissing(missing);
            }
            QuarkusTransaction.requiringNew().run(() -> close(id, finish));
        }
    }

    private record StoredChunks(String folder, List<Chunk> chunks) {}

    /** Empty when it was finished like this before. */
    private Optional<StoredChunks> storedChunks(UUID id, Finish finish) {
        Attempt attempt = access.sendable(id);
        if (isFinished(attempt, finish)) {
            return Optional.empty();
        }
        limits(attempt).check(finish);
        if (finish.audience() != null) {
            audiences.check(finish.audience());
        }
        List<Chunk> rows = chunks.chunksOf(id);
        refuseSurplus(rows, finish);
        return Optional.of(new StoredChunks(folderOf(attempt.county, id), rows));
    }

    private boolean isFinished(Attempt attempt, Finish finish) {
        if (PhoneLoss.takesChunks(attempt)) {
            return false;
        }
        Set<Finish.TakeEnd> before = chunks.takesOf(attempt.id).stream()
                .flatMap(take -> take.end().filter(end -> end.chunks() > 0).stream())
                .collect(Collectors.toSet());
        if (!before.equals(Set.copyOf(finish.takes()))) {
            throw new AttemptClosed();
        }
        return true;
    }

    private ChunkCoverage whole(StoredChunks storedChunks) {
        Map<String, Long> sizes = media.sizes(storedChunks.folder());
        return ChunkCoverage.of(storedChunks.chunks().stream().filter(chunk -> {
            boolean there = Objects.equals(sizes.get(chunk.key()), chunk.size());
            if (!there) {
                LOG.errorf("Chunk %s has a row but no bytes; it is asked for again", chunk.key());
            }
            return there;
        }));
    }

    private static void refuseSurplus(List<Chunk> rows, Finish finish) {
        List<TakeRanges> surplus = ChunkCoverage.of(rows.stream()).surplus(finish);
        if (!surplus.isEmpty()) {
            throw FinishRefused.leavesOut(surplus);
        }
    }

    private void close(UUID id, Finish finish) {
        Attempt attempt = access.sendableToChange(id);
        if (isFinished(attempt, finish)) {
            return;
        }
        // One more may have come in while the bucket was listed.
        refuseSurplus(chunks.chunksOf(id), finish);
        finish.takes().forEach(take -> chunks.end(id, take));
        attempt.finish(finish.allMarkers(), finish.readings(), clock.instant());
        if (finish.audience() != null) {
            audiences.put(id, finish.audience());
        }
        jobs.enqueue(AttemptJobs.RECORDING, id.toString(), attempt.county);
        onSite.finished(attempt);
        finished.fire(new AttemptFinished(attempt.county, attempt.trainee, id, attempt.finishedAt));
        LOG.infof("Attempt %s finished, %d takes", id, finish.takes().size());
    }

    private UploadLimits limits(Attempt attempt) {
        return UploadLimits.of(attempt, curriculum, config);
    }

    static String folderOf(String county, UUID attempt) {
        return "%s/attempts/%s".formatted(county, attempt);
    }
}
