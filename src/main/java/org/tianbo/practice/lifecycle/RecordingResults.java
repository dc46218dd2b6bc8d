package org.tianbo.practice.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.Readings;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptNotFound;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.Recording;

/** What the workers made of a finished attempt, entered where everybody reads it. */
@ApplicationScoped
public class RecordingResults {

    private static final Logger LOG = Logger.getLogger(RecordingResults.class);

    private final AttemptRepository attempts;
    private final AttemptChunks chunks;
    private final Jobs jobs;
    private final Event<AttemptSubmitted> submitted;
    private final PracticeConfig config;
    private final Clock clock;

    RecordingResults(
            AttemptRepository attempts,
            AttemptChunks chunks,
            Jobs jobs,
            Event<AttemptSubmitted> submitted,
            PracticeConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.chunks = chunks;
        this.jobs = jobs;
        this.submitted = submitted;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Enters what the assembler made of it; once it was entered, another copy of the same changes nothing.
     *
     * @param finishedAt of which finish it was made
     * @return the recording it takes the place of
     * @throws FinishedAnew when it was finished once more since
     */
    @Transactional
    public Optional<Recording> recorded(UUID id, Instant finishedAt, Recording recording) {
        Optional<Attempt> found = attempts.toChange(id);
        if (found.isEmpty()) {
            removeWhatCameLate(id);
            return Optional.empty();
        }
        Attempt attempt = found.get();
        if (attempt.state != AttemptState.PROCESSING) {
            removeWhatNobodyWants(attempt);
            return Optional.empty();
        }
        if (!finishedAt.equals(attempt.finishedAt)) {
            throw new FinishedAnew();
        }
        Optional<Recording> replaced = Optional.ofNullable(attempt.recording);
        long before = replaced.map(Recording::readings).map(Readings::bytes).orElse(0L);
        chunks.addRecording(id, recording.readings().bytes() - before);
        if (attempt.recorded(recording)) {
            LOG.infof("Attempt %s waits for a mentor", id);
            submitted.fire(attempt.submission());
        }
        if (attempt.canSpareChunks()) {
            Instant due = clock.instant().plus(config.chunkRetention());
            jobs.enqueue(AttemptJobs.CHUNK_SWEEP, id.toString(), attempt.county, due);
        }
        jobs.enqueue(AttemptJobs.COPIES, id.toString(), attempt.county);
        LOG.infof("Attempt %s is a recording of %d ms", id, recording.durationMs());
        return replaced;
    }

    /** Enters what was measured of this recording; of one that was made anew meanwhile it says nothing. */
    @Transactional
    public void measured(UUID id, Recording measured) {
        attempts.toChange(id)
                .filter(attempt -> measured.isSameFileAs(attempt.recording))
                .ifPresent(attempt -> attempt.recording = measured);
    }

    /** Enters the copies made of this recording; the same again changes nothing. */
    @Transactional
    public void copied(UUID id, Recording of, List<RecordingCopy> copies) {
        attempts.toChange(id)
                .ifPresentOrElse(
                        attempt -> {
                            attempt.copies = of.isSameFileAs(attempt.recording) ? copies : attempt.copies;
                            removeWhatNobodyWants(attempt);
                        },
                        () -> removeWhatCameLate(id));
    }

    /** Emptied while something was being made of it. */
    private void removeWhatNobodyWants(Attempt attempt) {
        if (attempt.recording == null && attempt.chunksDeletedAt != null) {
            jobs.enqueue(AttemptRemovalJob.NAME, attempt.id.toString(), attempt.county);
        }
    }

    /** Deleted while something was being made of it: what was stored meanwhile goes too. */
    private void removeWhatCameLate(UUID id) {
        attempts.deleted(id).ifPresent(deleted -> jobs.enqueue(AttemptRemovalJob.NAME, id.toString(), deleted.county));
    }

    /** The bytes it was made of are gone; the recording alone stands for them. */
    @Transactional
    public void chunksDeleted(UUID id) {
        Attempt attempt = attempts.toChange(id).orElseThrow(AttemptNotFound::new);
        attempt.chunksDeleted(clock.instant());
        chunks.leaveOnly(id, attempt.recording.readings().bytes());
    }

    /** The machine could not make it this time. @return whether it has tried for so long that a person should know */
    @Transactional
    public boolean troubled(UUID id) {
        Attempt attempt = attempts.toChange(id).orElseThrow(AttemptNotFound::new);
        return attempt.troubled(clock.instant(), config.recordingTriedFor());
    }

    @Transactional
    public void failed(UUID id, String why) {
        attempts.toChange(id)
                .filter(attempt -> attempt.state == AttemptState.PROCESSING)
                .ifPresent(attempt -> {
                    attempt.fail(why);
                    LOG.warnf("Attempt %s could not be made a recording: %s", id, why);
                });
    }
}
