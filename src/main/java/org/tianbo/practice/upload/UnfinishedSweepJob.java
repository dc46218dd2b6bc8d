package org.tianbo.practice.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;

/**
 * Deletes what was sent of an attempt that was never finished, or of which no recording could be made, once the time is
 * over that its page names. One that was never finished goes as a whole: a phone that still has it makes it anew and
 * sends it again. One that failed stays and says what became of it.
 */
@ApplicationScoped
public class UnfinishedSweepJob implements Job {

    static final String NAME = "unfinished-sweep";

    /** Of as many chunks as there may be, one after the other from a bucket. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Logger LOG = Logger.getLogger(UnfinishedSweepJob.class);

    private final AttemptRepository attempts;
    private final ChunkRepository chunks;
    private final Media media;
    private final PracticeSettings settings;
    private final Clock clock;

    UnfinishedSweepJob(
            AttemptRepository attempts, ChunkRepository chunks, Media media, PracticeSettings settings, Clock clock) {
        this.attempts = attempts;
        this.chunks = chunks;
        this.media = media;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Bytes and rows go while the attempt is locked: a chunk that comes at this very moment waits, and is then refused.
     */
    @Override
    public void run(String id) {
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> attempts.toChange(
                        UUID.fromString(id))
                .filter(this::isAbandoned)
                .ifPresent(this::sweep));
    }

    /** Whether nobody has come back to it for so long; also when it was only planned. */
    private boolean isAbandoned(Attempt attempt) {
        return (attempt.isOpen() || attempt.state == AttemptState.FAILED)
                && attempt.chunksDeletedAt == null
                && Stream.of(attempt.createdAt, attempt.bookedFor, attempt.lastChunkAt, attempt.finishedAt)
                        .filter(Objects::nonNull)
                        .allMatch(sign -> sign.plus(settings.unfinishedKept()).isBefore(clock.instant()));
    }

    private void sweep(Attempt attempt) {
        // What its host said of one that failed stays as long as the attempt does.
        media.sizes("%s/attempts/%s".formatted(attempt.county, attempt.id)).keySet().stream()
                .filter(key -> attempt.isOpen() || !key.contains("/voices/"))
                .forEach(media::delete);
        chunks.delete(attempt.id);
        if (attempt.isOpen()) {
            attempts.delete(attempt);
        } else {
            attempt.swept(clock.instant());
            chunks.leaveOnly(attempt.id, 0);
        }
        LOG.infof("Attempt %s: what was sent of it is deleted, nobody came back to it", attempt.id);
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("What was sent of attempt %s is not deleted; the next round tries again", id);
    }
}
