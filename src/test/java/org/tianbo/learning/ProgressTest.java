package org.tianbo.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LearningPaths.Hours;
import org.tianbo.curriculum.LearningPaths.LearningPath;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonSummary.CopySizes;
import org.tianbo.curriculum.Text;

/** Whoever chose a path is led along it, and counted along it. */
class ProgressTest {

    private static final Text TEXT = new Text("字", "word");

    @Test
    void theNextLessonIsTheFirstOpenOneOfThePath() {
        Progress progress = along("four", "two").with("four", ProgressTest::done);

        assertThat(progress.nextLesson()).map(ProgressTest::slug).contains("two");
        assertThat(progress.slugsLeft()).containsExactly("two");
        assertThat(progress.done()).isEqualTo(1);
        assertThat(progress.left()).isEqualTo(1);
    }

    @Test
    void atThePathsEndNothingIsNextAndTheOtherLessonsAreStillOpen() {
        Progress progress = along("two").with("two", ProgressTest::done);

        assertThat(progress.nextLesson()).isEmpty();
        assertThat(progress.left()).isZero();
        assertThat(progress.openLesson()).map(ProgressTest::slug).contains("one");
        assertThat(progress.openQuiz()).map(ProgressTest::slug).contains("two");
    }

    @Test
    void aLessonOfThePathThatIsNoLongerTaughtIsPassedOver() {
        assertThat(along("withdrawn", "three").slugsLeft()).containsExactly("three");
    }

    @Test
    void aLessonThatACountyAddsSetsNobodyBack() {
        Progress learned = new Progress(along().courses(), Optional.empty());
        for (String slug : List.of("one", "two", "three", "four")) {
            assertThat(learned.learned()).isFalse();
            learned = learned.with(slug, ProgressTest::done);
        }
        Progress.OfLesson added = lesson("five", "our-course");
        List<Progress.OfCourse> more = List.of(learned.courses().get(0), new Progress.OfCourse(null, List.of(added)));

        assertThat(learned.learned()).isTrue();
        assertThat(new Progress(more, Optional.empty()).learned()).isTrue();
        assertThat(new Progress(more, Optional.empty()).slugsLeft()).containsExactly("five");
        assertThat(new Progress(more.subList(1, 2), Optional.empty()).learned()).isFalse();
    }

    @Test
    void withoutAPathLessonsComeAsTheyAreTaught() {
        Progress progress = new Progress(along().courses(), Optional.empty());

        assertThat(progress.slugsLeft()).containsExactly("one", "two", "three", "four");
    }

    private static Progress along(String... path) {
        List<Progress.OfLesson> lessons = Stream.of("one", "two", "three", "four")
                .map(slug -> lesson(slug, "course"))
                .toList();
        LearningPath chosen = new LearningPath(
                "own", TEXT, TEXT, TEXT, 1, new Hours(1, 1, 1, 1, 1), List.of(path), List.of(), List.of());
        return new Progress(List.of(new Progress.OfCourse(null, lessons)), Optional.of(chosen));
    }

    private static Progress.OfLesson lesson(String slug, String course) {
        LessonSummary summary = new LessonSummary(slug, "v", course, 1, TEXT, TEXT, 5, new CopySizes(1, 1));
        return new Progress.OfLesson(summary, null, null, false);
    }

    private static Progress.OfLesson done(Progress.OfLesson lesson) {
        return new Progress.OfLesson(lesson.lesson(), Instant.EPOCH, null, false);
    }

    private static String slug(Progress.OfLesson lesson) {
        return lesson.lesson().slug();
    }
}
