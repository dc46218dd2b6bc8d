package org.tianbo.mentoring;

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

/** One submitted attempt on its way from waiting to published. A lease that ran out gives the review back, the draft stays. */
@Entity
@Table(name = "reviews")
class Review extends PanacheEntityBase {

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
    public int attemptNo;
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

    @Version
    public long version;

    /** Puts it into the queue, for the first time or again after its trainee took it back. */
    void enqueue(Instant now, Duration due) {
        state = State.WAITING;
        submittedAt = now;
        dueAt = now.plus(due);
    }

    /** Its trainee takes it back; a draft, or a mentor who holds it now, says that the grading has begun. */
    void withdraw(Instant now) {
        if (!open(now) || savedAt != null) {
            throw new ReviewBegun();
        }
        state = State.WITHDRAWN;
        mentor = null;
        leaseUntil = null;
        rubricVersion = null;
    }

    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Whether nobody holds it now. */
    boolean open(Instant now) {
        return state == State.WAITING || state == State.CLAIMED && !leaseUntil.isAfter(now);
    }

    /** Whether this mentor holds it, were it with a lease that nobody took over. */
    boolean isOf(UUID reader) {
        return state == State.CLAIMED && mentor.equals(reader);
    }

    /** Takes it, or renews what this mentor holds. The first claim pins the rubric: a draft keeps the words it was marked by. */
    void claim(UUID claimant, String currentRubric, Instant now, Duration lease) {
        refuseIfPublished();
        if (!isOf(claimant) && !open(now)) {
            throw new LeaseIsAnothers();
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

    /** Makes it final. */
    void publish(UUID writer, Rubric rubric, Instant now) {
        refuseUnlessWrittenBy(writer, now);
        Map<String, String> missing = draft.missing(rubric);
        if (!missing.isEmpty()) {
            throw new ReviewIncomplete(missing);
        }
        Highlights shown = Highlights.of(draft, rubric);
        draft = new Draft(draft.marks(), draft.compliance(), draft.moments(), shown.keep(), shown.change());
        score = rubric.score(draft.marks());
        vetoed = draft.compliance().broken();
        state = State.PUBLISHED;
        publishedAt = now;
        leaseUntil = null;
    }

    /** Whose it is comes before what was seen: a mentor who lost the lease is told so first. */
    void refuseUnlessWrittenBy(UUID writer, Instant now) {
        refuseIfPublished();
        if (!isOf(writer)) {
            throw open(now) ? new NotClaimed() : new LeaseIsAnothers();
        }
    }

    private void refuseIfPublished() {
        if (state == State.PUBLISHED) {
            throw new AlreadyPublished();
        }
    }
}
