package org.tianbo.practice.recording;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.media.Ceilings;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.jobs.Job;
import org.tianbo.practice.Readings;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.Recording;
import org.tianbo.practice.lifecycle.RecordingResults;
import org.tianbo.practice.recording.CopyMaker.MadeCopy;

/** Measures a recording and makes its copies once it is there, so that grading does not wait for them. */
@ApplicationScoped
class CopiesJob implements Job {

    private static final Logger LOG = Logger.getLogger(CopiesJob.class);

    private final AttemptRepository attempts;
    private final RecordingResults results;
    private final RecordingMeter meter;
    private final CopyMaker maker;
    private final RecordingFiles files;
    private final Media media;

    private final Ceilings ceilings;

    CopiesJob(
            AttemptRepository attempts,
            RecordingResults results,
            RecordingMeter meter,
            CopyMaker maker,
            RecordingFiles files,
            Media media,
            Ffmpeg ffmpeg) {
        this.attempts = attempts;
        this.results = results;
        this.meter = meter;
        this.maker = maker;
        this.files = files;
        this.media = media;
        this.ceilings = ffmpeg.ceilings();
    }

    private record Source(String county, UUID attempt, Recording recording) {}

    @Override
    public String name() {
        return AttemptJobs.COPIES;
    }

    @Override
    public Pool pool() {
        return Pool.VIDEO;
    }

    /** A recording can be seen and graded without its copies; without the recording nothing can. */
    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public void run(String id) {
        UUID attempt = UUID.fromString(id);
        Optional<Source> found = QuarkusTransaction.requiringNew().call(() -> source(attempt));
        if (found.isEmpty()) {
            return;
        }
        Source source = found.get();
        Recording recording = source.recording();
        // Beside the recording its copies take no more than once more as much.
        long bytes = 2 * recording.readings().bytes();
        try (WorkDirectory work = media.workplace(source.county() + "/" + id + "-copies", bytes)) {
            Path video = work.folder().resolve("recording.mp4");
            files.fetch(recording.videoKey(), recording.videoSha256(), video);
            if (!recording.hasMeasures()) {
                results.measured(attempt, measured(video, recording));
            }
            List<MadeCopy> made = made(video, recording);
            results.copied(
                    attempt,
                    recording,
                    made.stream().map(copy -> stored(source, copy)).toList());
        }
    }

    private Recording measured(Path video, Recording recording) {
        Readings readings = recording.readings();
        Measurement found = meter.measure(
                video,
                recording.durationMs(),
                ceilings.ofLength(Duration.ofMillis(recording.durationMs())),
                readings.hasPicture());
        return recording.measured(
                readings.measured(
                        found.meanVolumeDb(),
                        found.maxVolumeDb(),
                        found.loudness(),
                        found.brightness(),
                        found.sharpness()),
                found.spans());
    }

    private List<MadeCopy> made(Path video, Recording recording) {
        Readings readings = recording.readings();
        return readings.hasPicture()
                ? maker.make(video, recording.durationMs(), readings.width(), readings.height())
                : maker.makeSound(video, recording.durationMs());
    }

    /** The recording itself plays on. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("No copies could be made of the recording of attempt %s", id);
    }

    /** Empty when they were made meanwhile, or the attempt is gone. */
    private Optional<Source> source(UUID id) {
        return attempts.byId(id)
                .filter(attempt -> attempt.recording != null && attempt.copies == null)
                .map(attempt -> new Source(attempt.county, id, attempt.recording));
    }

    private RecordingCopy stored(Source source, MadeCopy copy) {
        StoredObject stored = files.store(
                source.county(),
                source.attempt(),
                copy.file(),
                copy.file().getFileName().toString());
        return new RecordingCopy(copy.kind(), stored.key(), stored.sha256(), stored.size(), copy.strip());
    }
}
