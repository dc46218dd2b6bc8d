package org.tianbo.practice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tianbo.media.Media;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.RecordingView;
import org.tianbo.practice.audience.AudienceRecords;

/** An attempt as its readers see it, with fresh links to its recording. */
@ApplicationScoped
class AttemptViews {

    private final Media media;
    private final AudienceRecords audiences;
    private final PracticeConfig config;

    AttemptViews(Media media, AudienceRecords audiences, PracticeConfig config) {
        this.media = media;
        this.audiences = audiences;
        this.config = config;
    }

    /** For programs, the phone's among them. */
    AttemptStatus status(Attempt attempt) {
        Optional<Recording> made = Optional.ofNullable(attempt.recording);
        return new AttemptStatus(
                attempt.id,
                attempt.trainee,
                attempt.title,
                attempt.format,
                attempt.runOfShow,
                attempt.products,
                attempt.state,
                attempt.createdAt,
                attempt.finishedAt,
                attempt.handedInAt,
                attempt.failure,
                attempt.triedUntil(config.recordingTriedFor()).orElse(null),
                attempt.keptUntil(config.unfinishedRetention()).orElse(null),
                made.map(Recording::durationMs).orElse(null),
                made.map(Recording::gaps).orElse(List.of()),
                made.map(Recording::marks).orElse(List.of()),
                made.map(Recording::readings).orElse(null),
                made.map(one -> new AttemptStatus.Links(link(one.videoKey()), link(one.posterKey())))
                        .orElse(null));
    }

    /** For the trainee's own page. */
    AttemptView page(Attempt attempt) {
        return new AttemptView(
                attempt.id,
                attempt.title,
                attempt.state.word(),
                attempt.createdAt,
                attempt.isHandedIn(),
                attempt.whyFailed(),
                attempt.canBeRetried(),
                attempt.triedUntil(config.recordingTriedFor()),
                attempt.keptUntil(config.unfinishedRetention()),
                Optional.ofNullable(attempt.recording).map(this::playable),
                Optional.ofNullable(attempt.recording)
                        .map(made -> audiences.of(attempt.id, made.marks()))
                        .orElse(List.of()));
    }

    /** For mentors; the attempt has a recording. */
    RecordingView forMentors(Attempt attempt) {
        Recording made = attempt.recording;
        return new RecordingView(
                attempt.id,
                attempt.trainee,
                attempt.title,
                attempt.format,
                Optional.ofNullable(attempt.runOfShow),
                attempt.products,
                attempt.handedInAt,
                made.durationMs(),
                made.gaps(),
                made.marks(),
                audiences.of(attempt.id, made.marks()),
                made.readings(),
                made.spans(),
                link(made.videoKey()),
                link(made.posterKey()));
    }

    private AttemptView.Playable playable(Recording made) {
        return new AttemptView.Playable(
                link(made.videoKey()),
                link(made.posterKey()),
                made.durationMs(),
                made.readings().bytes(),
                made.gaps().stream()
                        .filter(gap -> gap.lengthMs() >= 1000)
                        .map(gap -> new AttemptView.Break(gap.atMs(), Math.round(gap.lengthMs() / 1000.0)))
                        .toList(),
                made.spans());
    }

    private URI link(String key) {
        return media.link(key, config.linksValid());
    }
}
