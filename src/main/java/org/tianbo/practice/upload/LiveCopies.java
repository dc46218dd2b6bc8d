package org.tianbo.practice.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.media.Media;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.StorageQuotas;
import org.tianbo.media.StoredObject;
import org.tianbo.platform.error.Fault;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptClosed;
import org.tianbo.practice.attempt.AttemptConflict;
import org.tianbo.practice.attempt.QuotaReached;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.upload.LiveCopyRepository.Place;

/**
 * The small recordings that phones send ahead for viewers. They lie beside the take's own chunks and go with them; none
 * of them counts as safe, and a finish asks for none.
 */
@ApplicationScoped
public class LiveCopies {

    /** Sixteen times what two seconds of the better of the two copies take. */
    public static final long LARGEST_CHUNK = 1024L * 1024;

    private final AttemptAccess access;
    private final LiveCopyRepository copies;
    private final ChunkRepository chunks;
    private final Media media;
    private final StorageQuotas quotas;
    private final Curriculum curriculum;
    private final PracticeConfig config;

    LiveCopies(
            AttemptAccess access,
            LiveCopyRepository copies,
            ChunkRepository chunks,
            Media media,
            StorageQuotas quotas,
            Curriculum curriculum,
            PracticeConfig config) {
        this.access = access;
        this.copies = copies;
        this.chunks = chunks;
        this.media = media;
        this.quotas = quotas;
        this.curriculum = curriculum;
        this.config = config;
    }

    /**
     * Keeps a chunk for as long as the take's own are kept.
     *
     * @param recorder the device it comes from
     * @param beside the take's own chunk that was recorded at the same time
     * @param fromMs where in the take's recorded time it begins
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @return whether it is new; false when the very same is here already
     */
    public boolean receive(String recorder, Place place, int beside, int fromMs, String sha256, InputStream bytes) {
        if (sha256.equals(Uploads.OF_NOTHING)) {
            throw FinishRefused.emptyChunk();
        }
        String county = QuarkusTransaction.requiringNew().call(() -> admit(recorder, place, beside));
        String key = keyOf(county, place, sha256);
        StoredObject stored = media.store(key, bytes, LARGEST_CHUNK, sha256);
        try {
            return QuarkusTransaction.requiringNew().call(() -> enter(recorder, place, beside, fromMs, stored));
        } catch (Fault refused) {
            forget(place, key, sha256);
            throw refused;
        }
    }

    private String admit(String recorder, Place place, int beside) {
        Attempt attempt = access.sendable(place.attempt());
        if (!attempt.isOpen()) {
            throw new AttemptClosed();
        }
        Recorder.require(attempt, recorder);
        limits(attempt).check(place, beside);
        QuotaReached.check(quotas.reached(attempt.trainee, QuotaKind.BYTES, QuotaKind.CHUNKS));
        return attempt.county;
    }

    private boolean enter(String recorder, Place place, int beside, int fromMs, StoredObject stored) {
        Attempt attempt = access.sendableToChange(place.attempt());
        attempt.receive(recorder);
        boolean added = copies.add(place, beside, fromMs, stored.size(), stored.sha256(), stored.key());
        if (!added && !copies.digestAt(place).equals(Optional.of(stored.sha256()))) {
            throw AttemptConflict.otherBytes();
        }
        if (added) {
            limits(attempt).checkCount(chunks.countOf(attempt.id));
            QuotaReached.check(quotas.exceeded(attempt.trainee, QuotaKind.BYTES, QuotaKind.CHUNKS));
        }
        return added;
    }

    private void forget(Place place, String key, String sha256) {
        Optional<String> entered = QuarkusTransaction.requiringNew().call(() -> copies.digestAt(place));
        if (!entered.equals(Optional.of(sha256))) {
            media.delete(key);
        }
    }

    private UploadLimits limits(Attempt attempt) {
        return UploadLimits.of(attempt, curriculum, config);
    }

    /** In the folder of the take's own chunks, with which it is deleted. */
    private static String keyOf(String county, Place place, String sha256) {
        return "%s/takes/%d/copy-%d-%d-%s"
                .formatted(Uploads.folderOf(county, place.attempt()), place.take(), place.copy(), place.seq(), sha256);
    }
}
