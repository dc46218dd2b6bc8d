package org.tianbo.mentoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.mentoring.review.Review;
import org.tianbo.mentoring.review.ReviewRepository;
import org.tianbo.mentoring.rubric.CountyRubrics;
import org.tianbo.people.People;
import org.tianbo.practice.Attempts;

/** A published review as its trainee reads it. */
@ApplicationScoped
public class Feedback {

    private final ReviewRepository reviews;
    private final People people;
    private final Attempts practice;
    private final Curriculum curriculum;
    private final CountyRubrics rubrics;

    Feedback(ReviewRepository reviews, People people, Attempts practice, Curriculum curriculum, CountyRubrics rubrics) {
        this.reviews = reviews;
        this.people = people;
        this.practice = practice;
        this.curriculum = curriculum;
        this.rubrics = rubrics;
    }

    /** @throws NotReviewedYet also for somebody else's attempt */
    @Transactional
    public FeedbackView of(UUID trainee, UUID attempt, Locale locale) {
        Review review = reviews.publishedOfAttempt(attempt)
                .filter(found -> found.trainee.equals(trainee))
                .orElseThrow(NotReviewedYet::new);
        return FeedbackView.of(
                review,
                people.trainee(review.mentor).name(),
                Optional.ofNullable(review.draft.compliance().rule()).flatMap(curriculum::findRule),
                FeedbackSeries.upTo(
                        review.id, reviews.published(List.of(trainee)).getOrDefault(trainee, List.of())),
                rubrics.version(review.rubricVersion),
                practice.keptRecording(attempt),
                locale);
    }
}
