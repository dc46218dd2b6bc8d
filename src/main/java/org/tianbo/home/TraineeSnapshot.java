package org.tianbo.home;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.learning.Progress;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.practice.AttemptItem;

/**
 * What the features know of one trainee.
 *
 * @param reviews published, in the order they were given
 * @param read attempts whose feedback was opened
 * @param outside what was reached beyond the training: the certificate, the store, the income
 * @param earns whether the store has sold anything
 * @param storeNeedsTrainee whether the store waits for the trainee, rather than for the county
 */
record TraineeSnapshot(
        Progress progress,
        List<AttemptItem> attempts,
        List<ReviewSummary> reviews,
        Set<UUID> read,
        Set<RoadStep> outside,
        boolean earns,
        boolean storeNeedsTrainee) {

    private static final Set<String> HANDED_IN = Set.of("submitted", "reviewed");

    /** The newest feedback nobody has opened yet. */
    Optional<ReviewSummary> unread() {
        return unreadOnes().stream().reduce((earlier, later) -> later);
    }

    int unreadCount() {
        return unreadOnes().size();
    }

    /** Whether anything was recorded, handed in or not. */
    boolean rehearsed() {
        return attempts.stream().anyMatch(attempt -> !attempt.state().equals("planned"));
    }

    Set<RoadStep> reached() {
        Set<RoadStep> reached = EnumSet.of(RoadStep.ENROLLED);
        if (progress.learned()) {
            reached.add(RoadStep.LEARNING);
        }
        if (attempts.stream().anyMatch(attempt -> HANDED_IN.contains(attempt.state()))) {
            reached.add(RoadStep.PRACTICE);
        }
        if (!reviews.isEmpty()) {
            reached.add(RoadStep.FEEDBACK);
        }
        reached.addAll(outside);
        return reached;
    }

    /** As it will be once the step is done: a lesson finished now, a quiz answered, a feedback read. */
    TraineeSnapshot after(NextStep step, Instant now) {
        Set<UUID> readThen = new HashSet<>(read);
        step.feedback().map(ReviewSummary::attempt).ifPresent(readThen::add);
        Progress then = step.lesson()
                .map(lesson -> progress.with(
                        lesson.slug(),
                        before -> step.kind() == NextStep.Kind.QUIZ ? answered(before) : done(before, now)))
                .orElse(progress);
        return new TraineeSnapshot(then, attempts, reviews, readThen, outside, earns, storeNeedsTrainee);
    }

    private static Progress.OfLesson done(Progress.OfLesson lesson, Instant now) {
        return new Progress.OfLesson(lesson.lesson(), now, lesson.best(), lesson.quizPassed());
    }

    private static Progress.OfLesson answered(Progress.OfLesson lesson) {
        return new Progress.OfLesson(lesson.lesson(), lesson.doneAt(), 100, true);
    }

    /** Whoever is certified opens a store of their own next. */
    boolean opensAStore() {
        return outside.contains(RoadStep.CERTIFICATE) && !outside.contains(RoadStep.STORE) && storeNeedsTrainee;
    }

    /**
     * The newest attempt that should be with a mentor and is not, for its recording could not be made; settled by a
     * later hand-in.
     */
    Optional<UUID> failedHandIn() {
        return attempts.stream()
                .filter(attempt -> attempt.failedAfterHandIn() || HANDED_IN.contains(attempt.state()))
                .findFirst()
                .filter(AttemptItem::failedAfterHandIn)
                .map(AttemptItem::id);
    }

    private List<ReviewSummary> unreadOnes() {
        return reviews.stream()
                .filter(review -> !read.contains(review.attempt()))
                .toList();
    }
}
