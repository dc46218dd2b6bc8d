package org.tianbo.mentoring.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.draft.Highlights;

/**
 * One submitted attempt on its way from waiting to published. A lease that ran out gives the review back, the draft
 * stays.
 */
@Entity
@Table(name = "reviews")
public class Review extends PanacheEntityBase {

    /** Where it stands; a claim whose lease ran out counts as waiting. */
    enum State {
        WAITING,
        CLAIMED,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID trainee;
    public UUID attempt;

    /** Counts the trainee's attempts that are handed in, from 1; null while this one is taken back. */
    public Integer attemptNo;

    public String title;
    public String format;
    public Instant submittedAt;
    public Instant dueAt;

    @Enumerated(EnumType.STRING)
    public State state;

    public UUID mentor;

    /** A renewed lease is no change of the draft: a save that began before it must still fit. */
    @OptimisticLock(excluded = true)
    public Instant leaseUntil;

    public String rubricVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    public Draft draft;

    public Instant savedAt;
    public Integer score;
    public boolean vetoed;
    public Instant publishedAt;

    /** While it is set, the review is published for its mentor alone, who may take it back. */
    public Instant undoableUntil;

    @Version
    public long version;

    /**
     * Puts it into the queue, for the first time or again after its trainee took it back.
     *
     * @param number among the trainee's attempts that are handed in
     */
    void enqueue(int number, Instant now, Duration due) {
        state = State.WAITING;
        attemptNo = number;
        submittedAt = now;
        dueAt = now.plus(due);
    }

    /** Its trainee takes it back; a draft, or a mentor who holds it now, says that the grading has begun. */
    void withdraw(Instant now) {
        if (!open(now) || savedAt != null) {
            throw ReviewRefused.begun();
        }
        state = State.WITHDRAWN;
        attemptNo = null;
        mentor = null;
        leaseUntil = null;
        rubricVersion = null;
    }

    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Whether nobody holds it now. */
    public boolean open(Instant now) {
        return state == State.WAITING || state == State.CLAIMED && !leaseUntil.isAfter(now);
    }

    /** Whether this mentor claimed it last; the lease may have run out if nobody else claimed it since. */
    boolean isOf(UUID reader) {
        return state == State.CLAIMED && mentor.equals(reader);
    }

    /**
     * Takes it, or renews what this mentor holds. The first claim pins the rubric: a draft keeps the rubric it was
     * written by.
     */
    void claim(UUID claimant, String currentRubric, Instant now, Duration lease) {
        refuseIfPublished();
        if (!isOf(claimant) && !open(now)) {
            throw ReviewRefused.leaseHeldByOther();
        }
        state = State.CLAIMED;
        mentor = claimant;
        leaseUntil = now.plus(lease);
        if (rubricVersion == null) {
            rubricVersion = currentRubric;
        }
    }

    /** Keeps the draft and renews the lease, also one that ran out while nobody else wanted the review. */
    void save(UUID writer, Draft written, Rubric rubric, long durationMs, Instant now, Duration lease) {
        refuseUnlessWrittenBy(writer, now);
        written.check(rubric, durationMs);
        draft = written;
        savedAt = now;
        leaseUntil = now.plus(lease);
    }

    /** @param undo how long it can be taken back; zero sends it out at once */
    void publish(UUID writer, Rubric rubric, Instant now, Duration undo) {
        refuseUnlessWrittenBy(writer, now);
        Map<String, String> missing = draft.missing(rubric);
        if (!missing.isEmpty()) {
            throw ReviewRefused.incomplete(missing);
        }
        score = rubric.score(draft.scores());
        vetoed = draft.compliance().broken();
        state = State.PUBLISHED;
        publishedAt = now;
        leaseUntil = null;
        undoableUntil = undo.isZero() ? null : now.plus(undo);
        if (undoableUntil == null) {
            freeze(rubric);
        }
    }

    /** The trainee may see it from now on, and nothing of it changes any more. */
    void sendOut(Rubric rubric) {
        undoableUntil = null;
        freeze(rubric);
    }

    /** Takes it back to where it was before it was published, leased again by the same mentor. */
    void undo(UUID writer, Instant now, Duration lease) {
        if (state != State.PUBLISHED || undoableUntil == null || !now.isBefore(undoableUntil)) {
            throw ReviewRefused.undoTooLate();
        }
        if (!mentor.equals(writer)) {
            throw ReviewRefused.leaseHeldByOther();
        }
        unpublish();
        state = State.CLAIMED;
        leaseUntil = now.plus(lease);
    }

    /** It could not be sent out: it waits for a mentor again, with its draft. */
    void returnToQueue() {
        unpublish();
        state = State.WAITING;
        mentor = null;
    }

    private void unpublish() {
        score = null;
        vetoed = false;
        publishedAt = null;
        undoableUntil = null;
    }

    /**
     * Frees it at once for every mentor of the trainee; the draft stays. Giving back what nobody holds changes nothing.
     */
    void giveBack(UUID holder, Instant now) {
        refuseIfPublished();
        if (state == State.WAITING) {
            return;
        }
        if (!isOf(holder)) {
            throw open(now) ? ReviewRefused.notClaimed() : ReviewRefused.leaseHeldByOther();
        }
        state = State.WAITING;
        mentor = null;
        leaseUntil = null;
    }

    /** What the trainee sees first stays as it is seen now. */
    private void freeze(Rubric rubric) {
        Highlights highlights = Highlights.of(draft, rubric);
        draft = draft.showing(highlights.keep(), highlights.change());
    }

    /** The lease is checked before the version: a mentor who lost the lease is told so first. */
    void refuseUnlessWrittenBy(UUID writer, Instant now) {
        refuseIfPublished();
        if (!isOf(writer)) {
            throw open(now) ? ReviewRefused.notClaimed() : ReviewRefused.leaseHeldByOther();
        }
    }

    private void refuseIfPublished() {
        if (state == State.PUBLISHED) {
            throw ReviewRefused.alreadyPublished();
        }
    }
}
