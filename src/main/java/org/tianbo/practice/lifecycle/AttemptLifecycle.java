package org.tianbo.practice.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.StorageQuotas;
import org.tianbo.people.People;
import org.tianbo.people.PersonUnknown;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.practice.AttemptItem;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.AttemptTakenBack;
import org.tianbo.practice.Attempts;
import org.tianbo.practice.DeletedSoon;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.RecordingView;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.attempt.AttemptConflict;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.attempt.AttemptNotFound;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.attempt.AttemptState;
import org.tianbo.practice.attempt.QuotaReached;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.lookback.AttemptStatus;
import org.tianbo.practice.lookback.AttemptView;
import org.tianbo.practice.lookback.AttemptViews;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.plan.PlanRefused;

/** Attempts and their recordings: planned and handed in by trainees, looked at by mentors. */
@ApplicationScoped
public class AttemptLifecycle implements Attempts {

    private static final Logger LOG = Logger.getLogger(AttemptLifecycle.class);

    private final AttemptRepository attempts;
    private final AttemptChunks chunks;
    private final AttemptAccess access;
    private final People people;
    private final Curriculum curriculum;
    private final AttemptViews views;
    private final StorageQuotas quotas;
    private final Jobs jobs;
    private final Event<AttemptSubmitted> submitted;
    private final Event<AttemptTakenBack> takenBack;
    private final PracticeConfig config;
    private final PracticeSettings settings;
    private final Clock clock;

    AttemptLifecycle(
            AttemptRepository attempts,
            AttemptChunks chunks,
            AttemptAccess access,
            People people,
            Curriculum curriculum,
            AttemptViews views,
            StorageQuotas quotas,
            Jobs jobs,
            Event<AttemptSubmitted> submitted,
            Event<AttemptTakenBack> takenBack,
            PracticeConfig config,
            PracticeSettings settings,
            Clock clock) {
        this.attempts = attempts;
        this.chunks = chunks;
        this.access = access;
        this.people = people;
        this.curriculum = curriculum;
        this.views = views;
        this.quotas = quotas;
        this.jobs = jobs;
        this.submitted = submitted;
        this.takenBack = takenBack;
        this.config = config;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<AttemptItem> attemptsOf(UUID trainee) {
        return attempts.ofTrainee(trainee);
    }

    @Override
    public List<DeletedSoon> deletedSoon(List<AttemptItem> items) {
        Instant warned = clock.instant().plus(config.warnedBefore());
        return items.stream()
                .flatMap(item -> item.keptUntil(settings.unfinishedKept()).stream()
                        .map(at -> new DeletedSoon(
                                item.id(), item.title(), item.state().equals(AttemptState.FAILED.word()), at)))
                .filter(item -> item.at().isBefore(warned))
                .sorted(Comparator.comparing(DeletedSoon::at))
                .toList();
    }

    @Override
    @Transactional
    public Map<UUID, Instant> lastFinished(Collection<UUID> trainees) {
        return attempts.lastFinished(trainees);
    }

    @Override
    @Transactional
    public Map<UUID, Instant> lastDeleted(Collection<UUID> trainees) {
        return attempts.lastDeleted(trainees);
    }

    @Override
    @Transactional
    public RecordingView recording(UUID attempt) {
        return keptRecording(attempt).orElseThrow(AttemptNotFound::new);
    }

    @Override
    @Transactional
    public Optional<RecordingView> keptRecording(UUID attempt) {
        return attempts.byId(attempt)
                .filter(one -> one.isHandedIn() && one.recording != null)
                .map(views::forMentors);
    }

    @Override
    @Transactional
    public void reviewed(UUID attempt) {
        attempts.toChange(attempt).orElseThrow(AttemptNotFound::new).review();
    }

    /** @return whether it is new; false when the very same was made before */
    @Transactional
    public boolean make(UUID id, Plan plan) {
        return make(Attempt.planned(id, access.me(), plan, clock.instant()), plan);
    }

    /**
     * Makes one for a trainee whom the asker records on site.
     *
     * @return whether it is new; false when the very same was made before
     */
    @Transactional
    public boolean makeOnSite(UUID trainee, UUID id, Plan plan) {
        if (!access.mayRecordFor(people.trainee(trainee).id())) {
            throw new PersonUnknown();
        }
        Attempt planned = Attempt.planned(id, trainee, plan, clock.instant());
        planned.recordedBy = access.me();
        return make(planned, plan);
    }

    private boolean make(Attempt planned, Plan plan) {
        UUID id = planned.id;
        attempts.lockName(id);
        Optional<Attempt> there = attempts.byId(id);
        if (there.isEmpty()) {
            if (attempts.deleted(id).isPresent()) {
                throw new AttemptDeleted();
            }
            plan.check(config.longestRecording());
            checkPublished(plan);
            attempts.persistAndFlush(planned);
            QuotaReached.check(quotas.exceeded(planned.trainee, QuotaKind.OPEN_ATTEMPTS));
            return true;
        }
        Attempt made = access.sendable(id);
        if (!made.plan().equals(plan) || !made.trainee.equals(planned.trainee)) {
            throw AttemptConflict.otherPlan();
        }
        return false;
    }

    /** What its own trainee plans, so that another phone of theirs can begin it; refused once one has. */
    @Transactional
    public Plan plan(UUID id) {
        Attempt attempt = access.own(id);
        attempt.require(AttemptState.PLANNED);
        return attempt.plan();
    }

    @Transactional
    public AttemptStatus status(UUID id) {
        return views.status(access.followable(id));
    }

    @Transactional
    public AttemptStatus submit(UUID id) {
        Attempt attempt = access.ownToChange(id);
        if (attempt.submit(clock.instant())) {
            LOG.infof("Attempt %s waits for a mentor", id);
            submitted.fire(attempt.submission());
        }
        return views.status(attempt);
    }

    /** Undoes the hand-in, as long as no mentor has begun; what was never handed in stays as it is. */
    @Transactional
    public AttemptStatus takeBack(UUID id) {
        Attempt attempt = access.ownToChange(id);
        if (attempt.takeBack()) {
            takenBack.fire(new AttemptTakenBack(
                    attempt.trainee, id, clock.instant(), attempts.handedInBy(attempt.trainee, id)));
            LOG.infof("Attempt %s was taken back", id);
        }
        return views.status(attempt);
    }

    /**
     * Deletes it with all that is stored of it, unless it was handed in; again is the same as once. Who recorded it for
     * its trainee may do so until all of it is here.
     *
     * @param recorder of a phone that deletes what it recorded itself, and nothing of another one
     */
    @Transactional
    public void delete(UUID id, Optional<String> recorder) {
        attempts.lockName(id);
        if (attempts.deleted(id).filter(one -> one.trainee.equals(access.me())).isPresent()) {
            return;
        }
        Attempt attempt = access.deletable(id);
        attempt.refuseDeletionOnceHandedIn();
        recorder.ifPresent(own -> Recorder.require(attempt, own));
        chunks.delete(id);
        attempts.delete(attempt, clock.instant());
        jobs.enqueue(AttemptRemovalJob.NAME, id.toString(), attempt.county);
    }

    /** Has the recording of a failed attempt made once more; while it is being made, makes sure that it is. */
    @Transactional
    public AttemptStatus retry(UUID id) {
        Attempt attempt = access.ownToChange(id);
        if (attempt.state != AttemptState.PROCESSING) {
            attempt.retry();
        }
        jobs.enqueue(AttemptJobs.RECORDING, id.toString(), attempt.county);
        return views.status(attempt);
    }

    @Transactional
    public AttemptView page(UUID id) {
        return views.page(access.own(id));
    }

    private void checkPublished(Plan plan) {
        if (plan.runOfShow() != null
                && curriculum.findRunOfShow(plan.format(), plan.runOfShow()).isEmpty()) {
            throw PlanRefused.runOfShowUnknown();
        }
    }
}
