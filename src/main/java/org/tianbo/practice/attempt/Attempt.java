package org.tianbo.practice.attempt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.RecordingCopy;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.plan.PlanDetails;

/**
 * One rehearsal, from the plan to the review. It takes chunks until it is finished, becomes a recording, and goes to a
 * mentor once it is handed in, which a trainee may do as soon as it is finished. Who records it for the trainee on site
 * is its {@code recordedBy}, which is null where the trainee does.
 */
@Entity
@Table(name = "attempts")
public class Attempt extends PanacheEntityBase {

    private static final String SWEPT = "practice.swept";

    /** Named by the phone. */
    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID trainee;
    public UUID recordedBy;

    /** The device that sends it, as {@link Recorder} says; null before the first chunk, or where it has no name. */
    public String recorder;

    public String title;
    public String format;
    public String runOfShow;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> products;

    /** Null in what an earlier version planned. */
    @JdbcTypeCode(SqlTypes.JSON)
    public PlanDetails planDetails;

    /** When its trainee means to rehearse; null for at once. */
    public Instant bookedFor;

    public AttemptState state;
    public Instant createdAt;
    public Instant finishedAt;
    public Instant handedInAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "marks")
    public List<TimeMarker> markers;

    @JdbcTypeCode(SqlTypes.JSON)
    public Recording recording;

    @JdbcTypeCode(SqlTypes.JSON)
    public PhoneReadings phoneReadings;

    /** Since when it does without its phone; null for all others. */
    public Instant phoneLostAt;

    /** Null until they are made, some time after the recording. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<RecordingCopy> copies;

    public Instant hiddenAt;

    /** Kept by the database with each chunk. */
    @Column(insertable = false, updatable = false)
    public Instant lastChunkAt;

    /** When what the phone sent was deleted, because the recording stands in for it. */
    public Instant chunksDeletedAt;

    /** Since when the machine has not managed to make the recording; null as long as nothing went wrong. */
    public Instant troubledSince;

    /** Code of the sentence that says why there is no recording. */
    public String failure;

    @Version
    public long version;

    public static Attempt planned(UUID id, UUID trainee, Plan plan, Instant now) {
        Attempt attempt = new Attempt();
        attempt.id = id;
        attempt.trainee = trainee;
        attempt.title = plan.title();
        attempt.format = plan.format();
        attempt.runOfShow = plan.runOfShow();
        attempt.products = plan.products();
        attempt.planDetails = plan.details();
        attempt.markers = List.of();
        attempt.state = AttemptState.PLANNED;
        attempt.createdAt = now;
        return attempt;
    }

    public Plan plan() {
        return Plan.of(title, format, runOfShow, products, planDetails);
    }

    public void book(Instant at) {
        require(AttemptState.PLANNED);
        bookedFor = at;
    }

    /** Whether it is booked, and nothing of it has come yet. */
    public boolean awaits() {
        return state == AttemptState.PLANNED && bookedFor != null;
    }

    boolean isOf(UUID person) {
        return trainee.equals(person);
    }

    /** Whether others than the trainee may see it: people practise unseen until they hand it in. */
    public boolean isHandedIn() {
        return handedInAt != null;
    }

    /** Whether it still takes chunks. */
    public boolean isOpen() {
        return state == AttemptState.PLANNED || state == AttemptState.UPLOADING;
    }

    public void receive(String sender) {
        PhoneLoss.requireChunksTaken(this);
        Recorder.require(this, sender);
        recorder = sender == null ? recorder : sender;
        state = isOpen() ? AttemptState.UPLOADING : state;
    }

    public void finish(List<TimeMarker> finalMarkers, PhoneReadings heard, Instant now) {
        PhoneLoss.requireChunksTaken(this);
        markers = finalMarkers;
        phoneReadings = heard;
        phoneLostAt = null;
        finishedAt = now;
        state = AttemptState.PROCESSING;
    }

    /** @return whether it is with the mentors from this moment on */
    public boolean recorded(Recording made) {
        require(AttemptState.PROCESSING);
        recording = made;
        copies = null;
        failure = null;
        troubledSince = null;
        state = isHandedIn() ? AttemptState.SUBMITTED : AttemptState.READY;
        return state == AttemptState.SUBMITTED;
    }

    /**
     * The trainee hands it in; while the recording is still being made, it goes to the mentors when that is done.
     *
     * @return whether it is with the mentors from this moment on; false when it was handed in before
     */
    public boolean submit(Instant now) {
        if (isHandedIn() && state != AttemptState.FAILED) {
            return false;
        }
        if (state != AttemptState.PROCESSING) {
            require(AttemptState.READY);
            state = AttemptState.SUBMITTED;
        }
        handedInAt = now;
        return state == AttemptState.SUBMITTED;
    }

    /** That it was handed in, for those who hear of it. */
    public AttemptSubmitted submission() {
        return new AttemptSubmitted(county, trainee, id, handedInAt);
    }

    /**
     * The trainee does not want it graded after all. What was never handed in stays as it is.
     *
     * @return whether it was with the mentors until this moment
     */
    public boolean takeBack() {
        if (state == AttemptState.REVIEWED) {
            throw AttemptConflict.notIn(state);
        }
        boolean withMentors = state == AttemptState.SUBMITTED;
        if (withMentors) {
            state = AttemptState.READY;
        }
        handedInAt = null;
        return withMentors;
    }

    /** What was handed in belongs to its grading; what could not be prepared never reached a mentor. */
    public void refuseDeletionOnceHandedIn() {
        if (isHandedIn() && state != AttemptState.FAILED) {
            throw AttemptConflict.handedIn(state);
        }
    }

    /**
     * A try at the recording went wrong, through no fault of what was sent.
     *
     * @return whether that has been so for longer than it may
     */
    public boolean troubled(Instant now, Duration longest) {
        if (state != AttemptState.PROCESSING) {
            return false;
        }
        troubledSince = troubledSince == null ? now : troubledSince;
        return troubledSince.plus(longest).isBefore(now);
    }

    public void fail(String why) {
        require(AttemptState.PROCESSING);
        troubledSince = null;
        failure = why;
        state = AttemptState.FAILED;
    }

    /** Another try at the recording, from the bytes that were kept. */
    public void retry() {
        require(AttemptState.FAILED);
        if (!canBeRetried()) {
            throw AttemptConflict.failedForGood(whyFailed().orElseThrow());
        }
        failure = null;
        state = AttemptState.PROCESSING;
    }

    /** Whether another try can end otherwise: only where the machine was to blame and the bytes are there. */
    public boolean canBeRetried() {
        return whyFailed().filter(AttemptJobs.NOT_MADE::equals).isPresent();
    }

    /** Code of the sentence that says why there is no recording, once there is none unless somebody does something. */
    public Optional<String> whyFailed() {
        return Optional.ofNullable(chunksDeletedAt != null ? SWEPT : failure)
                .filter(code -> state == AttemptState.FAILED);
    }

    /** Until when the machine goes on trying, where it could not make the recording yet. */
    public Optional<Instant> triedUntil(Duration longest) {
        return state == AttemptState.PROCESSING && troubledSince != null
                ? Optional.of(troubledSince.plus(longest))
                : Optional.empty();
    }

    /** Until when what was sent of an unfinished or failed attempt is kept; empty for all others. */
    public Optional<Instant> keptUntil(Duration retention) {
        return state.untouchedSince(lastChunkAt, finishedAt, chunksDeletedAt).map(since -> since.plus(retention));
    }

    /** Nothing is left of what was sent, and no recording was made of it. */
    public void swept(Instant now) {
        require(AttemptState.FAILED);
        chunksDeletedAt = now;
    }

    /** Whether there is a recording that can stand in for the chunks it was made of: one that shows all of them. */
    public boolean canSpareChunks() {
        return recording != null && recording.isWhole() && chunksDeletedAt == null;
    }

    public void chunksDeleted(Instant now) {
        if (!canSpareChunks()) {
            throw AttemptConflict.notIn(state);
        }
        chunksDeletedAt = now;
    }

    /** A mentor published a review; a second review changes nothing. */
    public void review() {
        if (state != AttemptState.REVIEWED) {
            require(AttemptState.SUBMITTED);
            state = AttemptState.REVIEWED;
        }
    }

    public void require(AttemptState needed) {
        if (state != needed) {
            throw AttemptConflict.notIn(state);
        }
    }
}
