package org.tianbo.practice.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.media.Media;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.RecordingEvent;
import org.tianbo.practice.RecordingView;
import org.tianbo.practice.SelfReview;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.OnSiteRecordings;
import org.tianbo.practice.attempt.PhoneLoss;
import org.tianbo.practice.attempt.Recording;
import org.tianbo.practice.audience.AudienceRecords;

/** An attempt as its readers see it, with fresh links to its recording. */
@ApplicationScoped
public class AttemptViews {

    private final Media media;
    private final AudienceRecords audiences;
    private final PlansFollowed plans;
    private final SelfReviewRepository selfReviews;
    private final AttemptAccess access;
    private final OnSiteRecordings onSite;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final Clock clock;

    AttemptViews(
            Media media,
            AudienceRecords audiences,
            PlansFollowed plans,
            SelfReviewRepository selfReviews,
            AttemptAccess access,
            OnSiteRecordings onSite,
            PracticeConfig config,
            PracticeSettings settings,
            Clock clock) {
        this.media = media;
        this.audiences = audiences;
        this.plans = plans;
        this.selfReviews = selfReviews;
        this.access = access;
        this.onSite = onSite;
        this.config = config;
        this.settings = settings;
        this.clock = clock;
    }

    /** For programs, the phone's among them. */
    public AttemptStatus status(Attempt attempt) {
        boolean readable = access.mayRead(attempt);
        boolean own = readable && access.readsWordsOf(attempt);
        Optional<Recording> made = Optional.ofNullable(attempt.recording).filter(one -> readable);
        Optional<Recording> looked = made.filter(one -> own);
        return new AttemptStatus(
                attempt.id,
                attempt.trainee,
                attempt.recordedBy,
                attempt.title,
                attempt.format,
                attempt.runOfShow,
                attempt.products,
                attempt.state,
                attempt.createdAt,
                attempt.bookedFor,
                attempt.finishedAt,
                attempt.handedInAt,
                attempt.failure,
                attempt.triedUntil(config.recordingTriedFor()).orElse(null),
                attempt.keptUntil(settings.unfinishedKept()).orElse(null),
                made.map(Recording::durationMs).orElse(null),
                made.map(Recording::gaps).orElse(List.of()),
                made.map(Recording::marks).orElse(List.of()),
                made.filter(one -> one.readings() != null)
                        .map(one -> readings(attempt, one, own))
                        .orElse(null),
                looked.map(one -> audiences.of(attempt.id, one.marks())).orElse(null),
                looked.map(one -> plans.of(attempt, one)).orElse(null),
                own ? selfReviews.of(attempt.id) : null,
                made.map(one -> copies(attempt)).orElse(null),
                made.map(one -> new AttemptStatus.Links(link(one.videoKey()), link(one.posterKey())))
                        .orElse(null));
    }

    /** @param spans whether the asker is told where something was not good */
    private ReadingsStatus readings(Attempt attempt, Recording made, boolean spans) {
        if (!spans) {
            return ReadingsStatus.of(made.readings());
        }
        ReadingsStatus status = ReadingsStatus.of(made.readings(), made.spans());
        return attempt.phoneReadings != null && access.isOwn(attempt)
                ? status.heard(attempt.phoneReadings, settings.bands())
                : status;
    }

    /** For the trainee's own page. */
    public AttemptView page(Attempt attempt) {
        SelfReviewReport reported = selfReviews.of(attempt.id);
        return new AttemptView(
                attempt.id,
                attempt.title,
                attempt.products,
                onSite.recorderOf(attempt),
                attempt.state.word(),
                Optional.ofNullable(attempt.plan().goal()),
                attempt.createdAt,
                Optional.ofNullable(attempt.bookedFor).filter(booked -> attempt.awaits()),
                attempt.isHandedIn(),
                attempt.whyFailed(),
                attempt.canBeRetried(),
                attempt.triedUntil(config.recordingTriedFor()),
                PhoneLoss.awaitedUntil(attempt, config.phoneAwaited()),
                attempt.keptUntil(settings.unfinishedKept()).filter(day -> attempt.state == AttemptState.FAILED),
                Optional.ofNullable(attempt.recording).map(made -> playable(attempt)),
                Optional.ofNullable(attempt.recording)
                        .map(made -> audiences.of(attempt.id, made.marks()))
                        .orElse(List.of()),
                Optional.ofNullable(attempt.recording)
                        .map(made -> plans.of(attempt, made))
                        .orElse(List.of()),
                attempt.hiddenAt != null,
                placed(attempt.id, reported, attempt.recording),
                reported,
                PhoneLoss.isAwaited(attempt),
                Optional.ofNullable(attempt.phoneReadings));
    }

    /** For mentors; the attempt has a recording. */
    public RecordingView forMentors(Attempt attempt) {
        Recording made = attempt.recording;
        return new RecordingView(
                attempt.id,
                attempt.trainee,
                onSite.recorderOf(attempt),
                attempt.title,
                attempt.format,
                Optional.ofNullable(attempt.runOfShow),
                attempt.products,
                attempt.plan().facts().stream()
                        .map(facts ->
                                new RecordingView.Product(facts.name(), facts.price(), facts.weight(), facts.origin()))
                        .toList(),
                attempt.plan().steps().stream()
                        .filter(step -> step.title() != null)
                        .map(step -> new RecordingView.OwnStep(step.ref(), step.title()))
                        .toList(),
                Optional.ofNullable(attempt.plan().goal()),
                attempt.handedInAt,
                made.durationMs(),
                made.gaps(),
                made.marks(),
                audiences.of(attempt.id, made.marks()),
                made.readings(),
                made.spans(),
                placed(attempt.id, selfReviews.of(attempt.id), made),
                played(attempt),
                link(made.posterKey()),
                RecordingCopy.of(attempt.copies, RecordingCopy.STRIP)
                        .map(copy -> new RecordingView.Strip(link(copy.key()), copy.strip())),
                inTheMaking(attempt));
    }

    /** Its film; of one without a picture its sound, as soon as there is a copy of that. */
    private URI played(Attempt attempt) {
        Recording made = attempt.recording;
        return RecordingCopy.of(attempt.copies, RecordingCopy.SOUND)
                .filter(sound -> !made.readings().hasPicture())
                .map(sound -> link(sound.key()))
                .orElseGet(() -> link(made.videoKey()));
    }

    /** Null until they are made. */
    private List<AttemptStatus.Copy> copies(Attempt attempt) {
        if (attempt.copies == null) {
            return null;
        }
        Recording made = attempt.recording;
        return Stream.concat(
                        Stream.of(new AttemptStatus.Copy(
                                RecordingCopy.WHOLE, made.readings().bytes(), link(made.videoKey()))),
                        attempt.copies.stream()
                                .map(copy -> new AttemptStatus.Copy(copy.kind(), copy.bytes(), link(copy.key()))))
                .toList();
    }

    private List<AttemptView.Choice> choices(Attempt attempt) {
        Recording made = attempt.recording;
        Optional<RecordingCopy> sound = RecordingCopy.of(attempt.copies, RecordingCopy.SOUND);
        if (!made.readings().hasPicture() && sound.isPresent()) {
            return List.of(choice(sound.get()));
        }
        List<AttemptView.Choice> choices = new ArrayList<>();
        RecordingCopy.of(attempt.copies, RecordingCopy.SMALL).map(this::choice).ifPresent(choices::add);
        choices.add(new AttemptView.Choice(RecordingCopy.WHOLE, made.readings().bytes(), link(made.videoKey())));
        sound.map(this::choice).ifPresent(choices::add);
        return List.copyOf(choices);
    }

    private AttemptView.Choice choice(RecordingCopy copy) {
        return new AttemptView.Choice(copy.kind(), copy.bytes(), link(copy.key()));
    }

    /** With fresh links; the attempt has a recording. */
    public AttemptView.Playable playable(Attempt attempt) {
        Recording made = attempt.recording;
        return new AttemptView.Playable(
                link(made.posterKey()),
                !made.readings().hasPicture(),
                made.durationMs(),
                choices(attempt),
                made.gaps().stream()
                        .filter(gap -> gap.lengthMs() >= 1000)
                        .map(gap -> new AttemptView.Break(gap.atMs(), Math.round(gap.lengthMs() / 1000.0)))
                        .toList(),
                made.marks().stream()
                        .flatMap(marker -> marker.lostSeconds().stream()
                                .map(seconds -> new AttemptView.Break(marker.atMs(), seconds)))
                        .toList(),
                made.spans(),
                made.marks().stream()
                        .flatMap(marker -> marker.event().stream())
                        .sorted(Comparator.comparingLong(RecordingEvent::atMs))
                        .toList(),
                made.takes().stream()
                        .map(take -> new AttemptView.TakeLength(take.take(), take.durationMs()))
                        .toList(),
                made.hasMeasures(),
                inTheMaking(attempt));
    }

    /** Copies that are not there after so long will not come. */
    private boolean inTheMaking(Attempt attempt) {
        return attempt.copies == null
                && attempt.finishedAt != null
                && attempt.finishedAt.plus(config.recordingTriedFor()).isAfter(clock.instant());
    }

    /** With its places on the recording; words that were taken back are absent. */
    private static SelfReview placed(UUID attempt, SelfReviewReport report, Recording recording) {
        return new SelfReview(placed(attempt, report.kept(), recording), placed(attempt, report.change(), recording));
    }

    private static Optional<SelfReview.Point> placed(UUID attempt, SelfReviewReport.Point point, Recording recording) {
        return Optional.ofNullable(point)
                .filter(SelfReviewReport.Point::isSaid)
                .map(one -> new SelfReview.Point(
                        one.words(),
                        Optional.ofNullable(one.voice()).map(voice -> SelfReviewVoices.page(attempt, voice)),
                        Optional.ofNullable(recording)
                                .filter(made -> one.at() != null)
                                .flatMap(made ->
                                        made.placeOf(one.at().take(), one.at().ms())),
                        one.editedAt()));
    }

    private URI link(String key) {
        return media.link(key, config.linksValid());
    }
}
