package org.tianbo.mentoring.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Timeouts;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.mentoring.review.Review.State;

@ApplicationScoped
public class ReviewRepository implements PanacheRepositoryBase<Review, UUID> {

    private static final List<State> UNPUBLISHED = List.of(State.WAITING, State.CLAIMED);

    /** Without the draft, which may be long. */
    private static final String SUMMARY =
            """
            new org.tianbo.mentoring.ReviewSummary(
                r.id, r.attempt, r.attemptNo, r.title, r.submittedAt, r.score, r.vetoed, r.publishedAt, r.rubricVersion)
            """;

    private static final String PUBLISHED = " from Review r where r.state = :published ";

    private static final String OPEN = "(state = ?1 or (state = ?2 and leaseUntil <= ?3))";

    /** Published, and beyond its mentor's taking it back. */
    private static final String OUT = "state = ?2 and undoableUntil is null";

    /** The oldest due that nobody holds; rows another mentor is just taking are passed over, not waited for. */
    Optional<Review> nextOpen(Collection<UUID> trainees, Instant now) {
        return find(OPEN + " and trainee in ?4 order by dueAt, id", State.WAITING, State.CLAIMED, now, trainees)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, 1)
                .firstResultOptional();
    }

    /** What this mentor has begun and still holds, oldest due first. */
    Optional<Review> claimedBy(UUID mentor, Collection<UUID> trainees, Instant now) {
        return find(
                        "state = ?1 and mentor = ?2 and leaseUntil > ?3 and trainee in ?4 order by dueAt, id",
                        State.CLAIMED,
                        mentor,
                        now,
                        trainees)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    Optional<Review> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Review> lockedOfAttempt(UUID attempt) {
        return find("attempt", attempt).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Empty also while a mentor's own step holds it: waiting for each other, the two would never end. */
    Optional<Review> unlockedOfAttempt(UUID attempt) {
        return find("attempt", attempt)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /** What this mentor holds of this trainee. */
    List<Review> claimsOf(UUID mentor, UUID trainee) {
        return find("state = ?1 and mentor = ?2 and trainee = ?3", State.CLAIMED, mentor, trainee)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As the trainee sees it. */
    public Optional<Review> publishedOfAttempt(UUID attempt) {
        return find("attempt = ?1 and " + OUT, attempt, State.PUBLISHED).firstResultOptional();
    }

    List<Review> unpublished(Collection<UUID> trainees) {
        return list("state in ?1 and trainee in ?2 order by dueAt, id", UNPUBLISHED, trainees);
    }

    /** Latest first. */
    List<ReviewSummary> publishedBy(UUID mentor, int most) {
        return getEntityManager()
                .createQuery(
                        "select " + SUMMARY + PUBLISHED + "and r.mentor = :mentor order by r.publishedAt desc",
                        ReviewSummary.class)
                .setParameter("published", State.PUBLISHED)
                .setParameter("mentor", mentor)
                .setMaxResults(most)
                .getResultList();
    }

    /** What has gone out, by trainee, each in the order they were given. */
    public Map<UUID, List<ReviewSummary>> published(Collection<UUID> trainees) {
        return getEntityManager()
                .createQuery(
                        "select r.trainee, " + SUMMARY + PUBLISHED
                                + "and r.undoableUntil is null and r.trainee in :trainees order by r.publishedAt",
                        Object[].class)
                .setParameter("published", State.PUBLISHED)
                .setParameter("trainees", trainees)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (ReviewSummary) row[1], Collectors.toList())));
    }

    /** A review the office was notified of, and when. */
    public record OverdueReview(Review review, Instant at) {}

    /** Those the office was notified of and that are still not published, longest waiting first. */
    public List<OverdueReview> overdue() {
        return getEntityManager()
                .createQuery(
                        "select r, n.reportedAt from Review r join OverdueNotice n on n.review = r.id"
                                + " where r.state in :unpublished order by r.submittedAt, r.id",
                        Object[].class)
                .setParameter("unpublished", UNPUBLISHED)
                .getResultStream()
                .map(row -> new OverdueReview((Review) row[0], (Instant) row[1]))
                .toList();
    }

    /** How many the office was notified of and are still not published. */
    public int overdueCount() {
        return Math.toIntExact(getEntityManager()
                .createQuery(
                        "select count(r) from Review r join OverdueNotice n on n.review = r.id"
                                + " where r.state in :unpublished",
                        Long.class)
                .setParameter("unpublished", UNPUBLISHED)
                .getSingleResult());
    }

    /** Whose attempts they are, once for each attempt. */
    public List<UUID> overdueTrainees() {
        return getEntityManager()
                .createQuery(
                        "select r.trainee from Review r join OverdueNotice n on n.review = r.id"
                                + " where r.state in :unpublished",
                        UUID.class)
                .setParameter("unpublished", UNPUBLISHED)
                .getResultList();
    }

    /** The highest number given to an attempt of the trainee, 0 before the first. */
    int lastAttemptNo(UUID trainee) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(r.attemptNo), 0) from Review r where r.trainee = :trainee", Integer.class)
                .setParameter("trainee", trainee)
                .getSingleResult();
    }
}
