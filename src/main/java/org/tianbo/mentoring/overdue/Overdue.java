package org.tianbo.mentoring.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.mentoring.OverdueLine;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.mentoring.review.ReviewRepository;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;

/** Attempts the county's office was notified of: they waited too long, and still wait. */
@ApplicationScoped
public class Overdue implements OverdueReviews {

    private final ReviewRepository reviews;
    private final People people;
    private final Mentorships mentorships;
    private final Clock clock;

    Overdue(ReviewRepository reviews, People people, Mentorships mentorships, Clock clock) {
        this.reviews = reviews;
        this.people = people;
        this.mentorships = mentorships;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int count() {
        return reviews.overdueCount(Optional.empty());
    }

    @Override
    @Transactional
    public int countOf(Collection<UUID> trainees) {
        return reviews.overdueCount(Optional.of(trainees));
    }

    @Override
    @Transactional
    public Page<OverdueLine, Position> page(Optional<Position> after, int size) {
        return page(Optional.empty(), after, size);
    }

    @Override
    @Transactional
    public Page<OverdueLine, Position> pageOf(Collection<UUID> trainees, Optional<Position> after, int size) {
        return page(Optional.of(trainees), after, size);
    }

    private Page<OverdueLine, Position> page(Optional<Collection<UUID>> trainees, Optional<Position> after, int size) {
        Page<ReviewRepository.OverdueReview, Position> page = Page.of(
                reviews.overdue(trainees, after, size + 1), size, last -> new Position(last.submittedAt(), last.id()));
        return new Page<>(lines(page.rows()), page.next());
    }

    private List<OverdueLine> lines(List<ReviewRepository.OverdueReview> waiting) {
        Instant now = clock.instant();
        Set<UUID> trainees =
                waiting.stream().map(overdueReview -> overdueReview.trainee()).collect(Collectors.toSet());
        Map<UUID, List<UUID>> mentors = mentorships.ofTrainees(trainees);
        Map<UUID, PersonView> names = named(trainees, mentors.values(), waiting);
        return waiting.stream()
                .map(overdueReview ->
                        line(overdueReview, mentors.getOrDefault(overdueReview.trainee(), List.of()), names, now))
                .toList();
    }

    private Map<UUID, PersonView> named(
            Set<UUID> trainees, Collection<List<UUID>> mentors, List<ReviewRepository.OverdueReview> waiting) {
        Set<UUID> everybody = new HashSet<>(trainees);
        mentors.forEach(everybody::addAll);
        waiting.stream()
                .map(overdueReview -> overdueReview.mentor())
                .filter(id -> id != null)
                .forEach(everybody::add);
        return people.trainees(everybody).stream().collect(Collectors.toMap(PersonView::id, person -> person));
    }

    private static OverdueLine line(
            ReviewRepository.OverdueReview review, List<UUID> mentors, Map<UUID, PersonView> names, Instant now) {
        PersonView trainee = names.get(review.trainee());
        List<OverdueLine.Mentor> could = mentors.stream()
                .map(names::get)
                .map(mentor -> new OverdueLine.Mentor(mentor.name(), Objects.toString(mentor.mobile(), "")))
                .toList();
        return new OverdueLine(
                review.id(),
                review.trainee(),
                trainee.name(),
                (trainee.town() + " " + trainee.village()).strip(),
                review.title(),
                review.submittedAt(),
                Duration.between(review.submittedAt(), now).toHours(),
                could,
                !review.held(now)
                        ? ""
                        : Optional.ofNullable(names.get(review.mentor()))
                                .map(PersonView::name)
                                .orElse(""),
                review.reportedAt());
    }
}
