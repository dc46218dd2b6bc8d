package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LearningPaths.Hours;
import org.tianbo.curriculum.LearningPaths.LearningPath;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonSummary.CopySizes;
import org.tianbo.curriculum.Text;
import org.tianbo.learning.Progress;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.AttemptItem;

class NextStepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 18);
    /** One in the morning of that day in the county, still the day before in UTC. */
    private static final Instant THIS_NIGHT = Instant.parse("2026-06-17T17:00:00Z");

    private static final Instant YESTERDAY = Instant.parse("2026-06-17T12:00:00Z");

    @Test
    void whoIsNewBeginsWithTheFirstLesson() {
        NextStep step = next(fresh("one"), fresh("two"));

        assertThat(step.kind()).isEqualTo(NextStep.Kind.LESSON);
        assertThat(step.lesson().orElseThrow().slug()).isEqualTo("one");
    }

    @Test
    void aLessonWithoutItsQuizIsFinishedFirst() {
        NextStep step = next(lesson("one", THIS_NIGHT, null), fresh("two"));

        assertThat(step.kind()).isEqualTo(NextStep.Kind.QUIZ);
        assertThat(step.lesson().orElseThrow().slug()).isEqualTo("one");
    }

    @Test
    void aNewDayBringsANewLesson() {
        assertThat(next(lesson("one", YESTERDAY, 80), fresh("two"))
                        .lesson()
                        .orElseThrow()
                        .slug())
                .isEqualTo("two");
    }

    @Test
    void whoHasLearnedTodayPractises() {
        assertThat(next(lesson("one", THIS_NIGHT, 80), fresh("two")).kind()).isEqualTo(NextStep.Kind.PRACTISE);
    }

    @Test
    void whoHasLearnedAllPractises() {
        assertThat(next(lesson("one", YESTERDAY, 40)).kind()).isEqualTo(NextStep.Kind.PRACTISE);
    }

    /** What a phone without network goes through, from what the server knew last. */
    @Test
    void eachStepLeadsToTheNextUntilThereIsNothingMoreToLearnToday() {
        TraineeSnapshot snapshot = snapshot(
                List.of(review(YESTERDAY)), Set.of(), lesson("one", YESTERDAY, null), fresh("two"), fresh("three"));

        assertThat(TraineeHome.of(snapshot, THIS_NIGHT, Locale.ENGLISH).steps())
                .extracting(TraineeHome.Today::done)
                .containsExactly(
                        "feedback.read " + snapshot.reviews().get(0).attempt(),
                        "quiz.submitted one",
                        "lesson.completed two",
                        "quiz.submitted two",
                        "");
    }

    @Test
    void aHandInThatFailedIsShownUntilALaterOneIsWithAMentor() {
        AttemptItem failed =
                new AttemptItem(Ids.next(), "", "pitch", "failed", YESTERDAY, true, null, null, false, null, null);
        AttemptItem later =
                new AttemptItem(Ids.next(), "", "pitch", "submitted", THIS_NIGHT, false, null, null, false, null, null);

        assertThat(attempted(List.of(failed)).failedHandIn()).contains(failed.id());
        assertThat(attempted(List.of(later, failed)).failedHandIn()).isEmpty();
        assertThat(attempted(List.of(new AttemptItem(
                                Ids.next(), "", "pitch", "failed", YESTERDAY, false, null, null, false, null, null)))
                        .failedHandIn())
                .isEmpty();
    }

    private static TraineeSnapshot attempted(List<AttemptItem> attempts) {
        return new TraineeSnapshot(taught(), attempts, List.of(), Set.of(), Set.of(), false, true);
    }

    @Test
    void atThePathsEndTheOtherLessonsFollowForTheCertificateAsksForAll() {
        TraineeSnapshot snapshot = new TraineeSnapshot(
                along("two", fresh("one"), lesson("two", YESTERDAY, 80), fresh("three")),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                true);

        assertThat(NextStep.of(snapshot, TODAY).lesson())
                .map(LessonSummary::slug)
                .contains("one");
        TraineeHome home = TraineeHome.of(snapshot, THIS_NIGHT, Locale.ENGLISH);
        assertThat(home.pathDone()).isTrue();
        assertThat(home.lessonsLeft()).containsExactly("one", "three");
        assertThat(TraineeHome.of(snapshot(List.of(), Set.of(), fresh("one")), THIS_NIGHT, Locale.ENGLISH)
                        .pathDone())
                .isFalse();
    }

    @Test
    void whereNothingIsTaughtYetOnePractises() {
        assertThat(next().kind()).isEqualTo(NextStep.Kind.PRACTISE);
    }

    @Test
    void unreadFeedbackComesFirstAndOnceReadNoMore() {
        ReviewSummary old = review(YESTERDAY);
        ReviewSummary fresh = review(THIS_NIGHT);

        NextStep step = NextStep.of(snapshot(List.of(old, fresh), Set.of(), fresh("one")), TODAY);
        assertThat(step.kind()).isEqualTo(NextStep.Kind.FEEDBACK);
        assertThat(step.feedback()).contains(fresh);

        TraineeSnapshot read = snapshot(List.of(old, fresh), Set.of(old.attempt(), fresh.attempt()), fresh("one"));
        assertThat(NextStep.of(read, TODAY).kind()).isEqualTo(NextStep.Kind.LESSON);
    }

    @Test
    void theStepsAreReachedByWhatHasHappened() {
        TraineeSnapshot snapshot = new TraineeSnapshot(
                taught(lesson("one", YESTERDAY, 80)),
                List.of(new AttemptItem(
                        Ids.next(), "", "pitch", "submitted", YESTERDAY, false, null, null, false, null, null)),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                true);

        assertThat(snapshot.reached()).containsExactly(RoadStep.ENROLLED, RoadStep.LEARNING, RoadStep.PRACTICE);
        assertThat(snapshot.rehearsed()).isTrue();
        assertThat(snapshot(List.of(review(YESTERDAY)), Set.of()).reached())
                .containsExactly(RoadStep.ENROLLED, RoadStep.FEEDBACK);
    }

    @Test
    void whoIsCertifiedOpensAStoreUnlessItWaitsForTheCounty() {
        assertThat(beyond(Set.of(RoadStep.CERTIFICATE), true).kind()).isEqualTo(NextStep.Kind.STORE);
        assertThat(beyond(Set.of(RoadStep.CERTIFICATE), false).kind()).isEqualTo(NextStep.Kind.PRACTISE);
        assertThat(beyond(Set.of(), true).kind()).isEqualTo(NextStep.Kind.PRACTISE);
        assertThat(beyond(Set.of(RoadStep.CERTIFICATE, RoadStep.STORE, RoadStep.INCOME), true)
                        .kind())
                .isEqualTo(NextStep.Kind.PRACTISE);
    }

    @Test
    void certificateStoreAndIncomeAreStepsToo() {
        Progress progress = taught();
        TraineeSnapshot snapshot = new TraineeSnapshot(
                progress,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(RoadStep.CERTIFICATE, RoadStep.STORE, RoadStep.INCOME),
                false,
                true);

        assertThat(snapshot.reached())
                .containsExactly(RoadStep.ENROLLED, RoadStep.CERTIFICATE, RoadStep.STORE, RoadStep.INCOME);
    }

    private static NextStep beyond(Set<RoadStep> outside, boolean storeNeedsTrainee) {
        Progress progress = taught(lesson("one", YESTERDAY, 80));
        return NextStep.of(
                new TraineeSnapshot(progress, List.of(), List.of(), Set.of(), outside, false, storeNeedsTrainee),
                TODAY);
    }

    private static NextStep next(Progress.OfLesson... lessons) {
        return NextStep.of(snapshot(List.of(), Set.of(), lessons), TODAY);
    }

    private static TraineeSnapshot snapshot(List<ReviewSummary> reviews, Set<UUID> read, Progress.OfLesson... lessons) {
        Progress progress = taught(lessons);
        return new TraineeSnapshot(progress, List.of(), reviews, read, Set.of(), false, true);
    }

    /** As they are taught: whoever chose no path goes by that. */
    private static Progress taught(Progress.OfLesson... lessons) {
        return new Progress(List.of(new Progress.OfCourse(null, List.of(lessons))), Optional.empty());
    }

    private static Progress along(String slug, Progress.OfLesson... lessons) {
        Text text = new Text("路", "way");
        Hours hours = new Hours(1, 1, 1, 1, 1);
        LearningPath path = new LearningPath("own", text, text, text, 1, hours, List.of(slug), List.of(), List.of());
        return new Progress(taught(lessons).courses(), Optional.of(path));
    }

    private static ReviewSummary review(Instant at) {
        return new ReviewSummary(Ids.next(), Ids.next(), 1, "title", at, 70, false, at, "v");
    }

    private static Progress.OfLesson fresh(String slug) {
        return lesson(slug, null, null);
    }

    private static Progress.OfLesson lesson(String slug, Instant doneAt, Integer best) {
        Text text = new Text("字", "word");
        LessonSummary summary = new LessonSummary(slug, "v", "course", 1, text, text, 5, new CopySizes(1, 1));
        return new Progress.OfLesson(summary, doneAt, best, best != null && best >= 60);
    }
}
