package org.tianbo.mentoring.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Timeouts;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.mentoring.review.Review.State;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

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

    private static final String PUBLISHED_OF_TRAINEE =
            """
            select id, attempt, attempt_no, title, submitted_at, score, vetoed, published_at, rubric_version
            from reviews
            where county = ? and trainee = ? and state = 'PUBLISHED' and undoable_until is null
            order by published_at
            """;

    private static final String OPEN = "(state = ?1 or (state = ?2 and leaseUntil <= ?3))";

    private static final String OF_MENTOR = "trainee in (select m.trainee from Mentorship m where m.mentor = ?%d)";

    private static final String LIVES_THERE =
            " and r.trainee in (select p.id from Person p where p.village in :villages)";

    /** Published, and beyond its mentor's taking it back. */
    private static final String OUT = "state = ?2 and undoableUntil is null";

    private final StaffVillages staffVillages;
    private final CurrentCounty county;
    private final CountyReads reads;

    ReviewRepository(StaffVillages staffVillages, CurrentCounty county, CountyReads reads) {
        this.staffVillages = staffVillages;
        this.county = county;
        this.reads = reads;
    }

    /** The oldest due that nobody holds; rows another mentor is just taking are passed over, not waited for. */
    Optional<Review> nextOpen(UUID mentor, Instant now) {
        return find(
                        OPEN + " and " + OF_MENTOR.formatted(4) + " order by dueAt, id",
                        State.WAITING,
                        State.CLAIMED,
                        now,
                        mentor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, 1)
                .firstResultOptional();
    }

    /** What this mentor has claimed and still holds, oldest due first. */
    Optional<Review> claimedBy(UUID mentor, Instant now) {
        return find(
                        "state = ?1 and mentor = ?2 and leaseUntil > ?3 and " + OF_MENTOR.formatted(2)
                                + " order by dueAt, id",
                        State.CLAIMED,
                        mentor,
                        now)
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

    /** As the trainee sees it; attempts that were taken back meanwhile have none. */
    public Optional<Review> latestPublished(UUID trainee) {
        return find("trainee = ?1 and " + OUT + " order by publishedAt desc", trainee, State.PUBLISHED)
                .page(0, 1)
                .firstResultOptional();
    }

    /** What waits for this mentor, the oldest due first: the next after that one. */
    List<Review> unpublished(UUID mentor, Optional<QueuePosition> after, int most) {
        QueuePosition last = after.orElse(QueuePosition.START);
        return find(
                        "state in ?1 and (dueAt > ?2 or (dueAt = ?2 and id > ?3)) and " + OF_MENTOR.formatted(4)
                                + " order by dueAt, id",
                        UNPUBLISHED,
                        last.dueAt(),
                        last.review(),
                        mentor)
                .page(0, most)
                .list();
    }

    int unpublishedCount(UUID mentor) {
        return Math.toIntExact(count("state in ?1 and " + OF_MENTOR.formatted(2), UNPUBLISHED, mentor));
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

    /** What has gone out to the trainee, in the order it was given. */
    List<ReviewSummary> published(UUID trainee) {
        return reads.rows(PUBLISHED_OF_TRAINEE, ReviewRepository::summary, county.id(), trainee);
    }

    private static ReviewSummary summary(ResultSet row) throws SQLException {
        return new ReviewSummary(
                row.getObject("id", UUID.class),
                row.getObject("attempt", UUID.class),
                row.getInt("attempt_no"),
                row.getString("title"),
                Jdbc.instant(row, "submitted_at"),
                row.getInt("score"),
                row.getBoolean("vetoed"),
                Jdbc.instant(row, "published_at"),
                row.getString("rubric_version"));
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

    /** A review the office was notified of, and when; without the draft, which may be long. */
    public record OverdueReview(
            UUID id,
            UUID trainee,
            String title,
            Instant submittedAt,
            UUID mentor,
            Instant leaseUntil,
            Instant reportedAt) {

        /** Whether its mentor works on it. */
        public boolean held(Instant now) {
            return mentor != null && leaseUntil != null && leaseUntil.isAfter(now);
        }
    }

    /**
     * Those the office was notified of and that are still not published, longest waiting first.
     *
     * @param trainees whose they are; empty for those of the whole county, as far as the reader sees it
     * @param after the last one before those wanted
     */
    public List<OverdueReview> overdue(
            Optional<Collection<UUID>> trainees, Optional<OverdueReviews.Position> after, int most) {
        String page = after.isPresent()
                ? " and (r.submittedAt > :submittedAt or (r.submittedAt = :submittedAt and r.id > :last))"
                : "";
        TypedQuery<OverdueReview> query = overdue(
                        "select r.id, r.trainee, r.title, r.submittedAt, r.mentor, r.leaseUntil, n.reportedAt",
                        trainees,
                        page + " order by r.submittedAt, r.id",
                        OverdueReview.class)
                .setMaxResults(most);
        after.ifPresent(
                last -> query.setParameter("submittedAt", last.submittedAt()).setParameter("last", last.review()));
        return query.getResultList();
    }

    /** How many the office was notified of and are still not published. */
    public int overdueCount(Optional<Collection<UUID>> trainees) {
        return Math.toIntExact(
                overdue("select count(r)", trainees, "", Long.class).getSingleResult());
    }

    private <T> TypedQuery<T> overdue(
            String select, Optional<Collection<UUID>> trainees, String further, Class<T> type) {
        Villages villages = staffVillages.mine();
        TypedQuery<T> query = getEntityManager()
                .createQuery(
                        select + " from Review r join OverdueNotice n on n.review = r.id where r.state in :unpublished"
                                + (trainees.isPresent() ? " and array_contains(:trainees, r.trainee)" : "")
                                + (villages.all() ? "" : LIVES_THERE) + further,
                        type)
                .setParameter("unpublished", UNPUBLISHED);
        // As one value: of a list of them each would be one, and a class has hundreds.
        trainees.ifPresent(whose -> query.setParameter("trainees", whose.toArray(UUID[]::new)));
        if (!villages.all()) {
            query.setParameter("villages", villages.ids());
        }
        return query;
    }

    /** Those handed in after the one that had this number, each by one: no number is left out. */
    void moveUp(String county, UUID trainee, int number) {
        getEntityManager()
                .createNativeQuery("update reviews set attempt_no = attempt_no - 1"
                        + " where county = :county and trainee = :trainee and attempt_no > :number")
                .setParameter("county", county)
                .setParameter("trainee", trainee)
                .setParameter("number", number)
                .executeUpdate();
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
