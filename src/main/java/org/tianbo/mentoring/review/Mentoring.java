package org.tianbo.mentoring.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.MentoringConfig;
import org.tianbo.mentoring.PublishedReviews;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.rubric.CountyRubrics;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.practice.Attempts;

/** The reviews of a county: claimed, written and published by one mentor. {@link ReviewIntake} queues them. */
@ApplicationScoped
public class Mentoring implements PublishedReviews {

    private static final Logger LOG = Logger.getLogger(Mentoring.class);

    private static final int LAST_PUBLISHED = 8;

    private final ReviewRepository reviews;
    private final People people;
    private final StaffVillages villages;
    private final Attempts practice;
    private final CountyRubrics rubrics;
    private final Publishing publishing;
    private final MentoringConfig config;
    private final Clock clock;

    Mentoring(
            ReviewRepository reviews,
            People people,
            StaffVillages villages,
            Attempts practice,
            CountyRubrics rubrics,
            Publishing publishing,
            MentoringConfig config,
            Clock clock) {
        this.reviews = reviews;
        this.people = people;
        this.villages = villages;
        this.practice = practice;
        this.rubrics = rubrics;
        this.publishing = publishing;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<ReviewSummary> published(UUID trainee) {
        return reviews.published(trainee);
    }

    @Override
    @Transactional
    public Map<UUID, List<ReviewSummary>> published(Collection<UUID> trainees) {
        return trainees.isEmpty() ? Map.of() : reviews.published(trainees);
    }

    /**
     * Leases what this mentor has begun, else the oldest due; empty when nothing waits. Asking twice at the same moment
     * leases the same one.
     */
    @Transactional
    public Optional<ReviewView> claimNext(UUID mentor) {
        people.lock(mentor);
        Instant now = clock.instant();
        return reviews.claimedBy(mentor, now)
                .or(() -> reviews.nextOpen(mentor, now))
                .map(review -> claimed(review, mentor, now));
    }

    /** Leases the review of this attempt, or renews the lease of the mentor who holds it. */
    @Transactional
    public ReviewView claim(UUID mentor, UUID attempt) {
        Review review = reviews.lockedOfAttempt(attempt)
                .filter(found -> !found.isWithdrawn() && people.mentors(mentor, found.trainee))
                .orElseThrow(ReviewUnknown::new);
        return claimed(review, mentor, clock.instant());
    }

    /** @param version the version the writer has seen */
    @Transactional
    public ReviewView save(UUID mentor, UUID id, long version, Draft draft) {
        Review review = ofMentor(mentor, id);
        Instant now = clock.instant();
        review.refuseUnlessWrittenBy(mentor, now);
        if (review.version != version) {
            throw ReviewRefused.draftStale(view(review, now));
        }
        review.save(
                mentor,
                draft,
                rubric(review),
                practice.recording(review.attempt).durationMs(),
                now,
                config.lease());
        reviews.flush();
        return view(review, now);
    }

    /** @param version the version the writer has seen; empty publishes what stands */
    @Transactional
    public ReviewView publish(UUID mentor, UUID id, Optional<Long> version) {
        Review review = ofMentor(mentor, id);
        Instant now = clock.instant();
        review.refuseUnlessWrittenBy(mentor, now);
        if (version.isPresent() && review.version != version.get()) {
            throw ReviewRefused.draftStale(view(review, now));
        }
        publishing.publish(review, mentor, rubric(review));
        reviews.flush();
        LOG.infof("Review %s of attempt %s published by %s", review.id, review.attempt, mentor);
        return view(review, now);
    }

    /** Takes back what was published, as long as the trainee has not seen it. */
    @Transactional
    public ReviewView undo(UUID mentor, UUID id) {
        Review review = ofMentor(mentor, id);
        Instant now = clock.instant();
        review.undo(mentor, now, config.lease());
        reviews.flush();
        LOG.infof("Review %s taken back by %s", review.id, mentor);
        return view(review, now);
    }

    /** What this mentor can still take back of it; empty once it went out. */
    @Transactional
    public Optional<SentReview> undoable(UUID mentor, UUID id) {
        Instant now = clock.instant();
        return reviews.findByIdOptional(id)
                .filter(review -> mentor.equals(review.mentor)
                        && review.undoableUntil != null
                        && now.isBefore(review.undoableUntil))
                .map(review -> new SentReview(
                        review.id,
                        review.title,
                        Duration.between(now, review.undoableUntil).toSeconds() + 1));
    }

    /** Frees the lease at once. */
    @Transactional
    public ReviewView giveBack(UUID mentor, UUID id) {
        Review review = ofMentor(mentor, id);
        Instant now = clock.instant();
        review.giveBack(mentor, now);
        reviews.flush();
        return view(review, now);
    }

    /** How many attempts this mentor could grade, also those that others are just grading. */
    @Transactional
    public int waitingFor(UUID mentor) {
        return reviews.unpublishedCount(mentor);
    }

    /** A page of what this mentor could grade, oldest due first, with what others are just grading. */
    @Transactional
    public Page<QueueLine, QueuePosition> queueOf(UUID mentor, Optional<QueuePosition> after, int size) {
        Instant now = clock.instant();
        Page<Review, QueuePosition> page = Page.of(
                reviews.unpublished(mentor, after, size + 1),
                size,
                review -> new QueuePosition(review.dueAt, review.id));
        Map<UUID, PersonView> known = people
                .trainees(page.rows().stream()
                        .flatMap(review -> Stream.of(review.trainee, review.mentor))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
        return new Page<>(
                page.rows().stream()
                        .map(review -> line(review, known, mentor, now))
                        .toList(),
                page.next());
    }

    /** What this mentor published last, latest first. */
    @Transactional
    public List<ReviewSummary> publishedBy(UUID mentor) {
        return reviews.publishedBy(mentor, LAST_PUBLISHED);
    }

    /** The review of an attempt of this county, in whatever state. */
    @Transactional
    public Optional<UUID> reviewOf(UUID attempt) {
        return reviews.find("attempt", attempt)
                .firstResultOptional()
                .filter(found -> !found.isWithdrawn())
                .map(review -> review.id);
    }

    /** For the trainee's mentors. */
    @Transactional
    public ReviewView reviewForMentor(UUID mentor, UUID id) {
        Review review = reviews.findByIdOptional(id)
                .filter(found -> !found.isWithdrawn() && people.mentors(mentor, found.trainee))
                .orElseThrow(ReviewUnknown::new);
        return view(review, clock.instant());
    }

    /** For the county's staff, as far as they see the trainee. */
    @Transactional
    public ReviewView review(UUID id) {
        return reviews.findByIdOptional(id)
                .filter(found -> !found.isWithdrawn() && villages.sees(found.trainee))
                .map(found -> view(found, clock.instant()))
                .orElseThrow(ReviewUnknown::new);
    }

    private Review ofMentor(UUID mentor, UUID id) {
        return reviews.locked(id)
                .filter(found -> !found.isWithdrawn() && people.mentors(mentor, found.trainee))
                .orElseThrow(ReviewUnknown::new);
    }

    private static QueueLine line(Review review, Map<UUID, PersonView> known, UUID mentor, Instant now) {
        PersonView trainee = known.get(review.trainee);
        boolean free = review.open(now) || review.isOf(mentor);
        PersonView holder = free ? null : known.get(review.mentor);
        return new QueueLine(
                review.id,
                review.attempt,
                trainee.name(),
                trainee.village(),
                review.title,
                review.attemptNo,
                review.submittedAt,
                review.dueAt,
                Duration.between(now, review.dueAt),
                holder == null ? "" : holder.name(),
                review.isOf(mentor),
                review.savedAt != null);
    }

    private ReviewView claimed(Review review, UUID mentor, Instant now) {
        boolean renewed = review.isOf(mentor);
        review.claim(mentor, rubrics.current().version(), now, config.lease());
        reviews.flush();
        if (!renewed) {
            LOG.infof("Review %s claimed by %s until %s", review.id, mentor, review.leaseUntil);
        }
        return view(review, now);
    }

    private ReviewView view(Review review, Instant now) {
        PersonView trainee = people.trainee(review.trainee);
        return ReviewView.of(review, trainee, rubric(review), now);
    }

    private Rubric rubric(Review review) {
        return review.rubricVersion == null ? rubrics.current() : rubrics.version(review.rubricVersion);
    }
}
