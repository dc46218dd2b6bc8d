package org.tianbo.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LearningPaths.LearningPath;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.platform.time.Zones;

/**
 * How far a trainee has come, by what is published today, in the order it is taught.
 *
 * @param path the way through the lessons the trainee chose; empty for all lessons as they are taught
 */
public record Progress(List<OfCourse> courses, Optional<LearningPath> path) {

    /** One course and the trainee's progress in it. */
    public record OfCourse(CourseView course, List<OfLesson> lessons) {

        /** Whether the county added the course to what all are taught. */
        public boolean own() {
            return course.own();
        }

        public long done() {
            return lessons.stream().filter(OfLesson::done).count();
        }

        public long left() {
            return lessons.size() - done();
        }
    }

    /**
     * @param doneAt null until it was finished
     * @param best score of the quiz, 0–100, null until it was answered
     */
    public record OfLesson(LessonSummary lesson, Instant doneAt, Integer best, boolean quizPassed) {

        public boolean done() {
            return doneAt != null;
        }

        public boolean answered() {
            return best != null;
        }

        /** Whether it stands in a course that the county added to what all are taught. */
        public boolean own() {
            return lesson.course().startsWith(CourseView.OWN);
        }
    }

    /** Lessons finished on the way. */
    public long done() {
        return way().filter(OfLesson::done).count();
    }

    /**
     * Whether the way is finished, as far as all counties are taught it: a lesson that a county adds sets nobody back.
     */
    public boolean learned() {
        List<OfLesson> asked = way().filter(lesson -> !lesson.own()).toList();
        return !asked.isEmpty() && asked.stream().allMatch(OfLesson::done);
    }

    /** Lessons of the way not finished yet. */
    public long left() {
        return way().filter(lesson -> !lesson.done()).count();
    }

    /**
     * The first lesson that is open: of the way, then of the others, not finished yet or, when all are, one whose quiz
     * is not passed.
     */
    public Optional<OfLesson> openLesson() {
        return nextLesson()
                .or(this::nextBesideThePath)
                .or(() -> lessons().filter(lesson -> !lesson.quizPassed()).findFirst());
    }

    /** The first lesson of the way not finished yet. */
    public Optional<OfLesson> nextLesson() {
        return way().filter(lesson -> !lesson.done()).findFirst();
    }

    /** The first lesson not finished yet, for whoever has finished those of the way. */
    public Optional<OfLesson> nextBesideThePath() {
        return lessons().filter(lesson -> !lesson.done()).findFirst();
    }

    /** The first lesson that was finished but whose quiz nobody has answered yet. */
    public Optional<OfLesson> openQuiz() {
        return lessons().filter(lesson -> lesson.done() && !lesson.answered()).findFirst();
    }

    /** @param day in the county's zone */
    public boolean learnedOn(LocalDate day) {
        return lessons().filter(OfLesson::done).anyMatch(lesson -> LocalDate.ofInstant(lesson.doneAt(), Zones.SHANGHAI)
                .equals(day));
    }

    /** Slugs of the lessons of the way not finished yet, in its order. */
    public List<String> slugsLeft() {
        return slugsLeft(way());
    }

    /** Slugs of all lessons not finished yet, of the way or not, as they are taught. */
    public List<String> allSlugsLeft() {
        return slugsLeft(lessons());
    }

    /** As it will be once that lesson stands otherwise. */
    public Progress with(String slug, UnaryOperator<OfLesson> change) {
        return new Progress(
                courses.stream()
                        .map(course -> new OfCourse(
                                course.course(),
                                course.lessons().stream()
                                        .map(lesson ->
                                                lesson.lesson().slug().equals(slug) ? change.apply(lesson) : lesson)
                                        .toList()))
                        .toList(),
                path);
    }

    private static List<String> slugsLeft(Stream<OfLesson> lessons) {
        return lessons.filter(lesson -> !lesson.done())
                .map(lesson -> lesson.lesson().slug())
                .toList();
    }

    /** The lessons of the path that are still taught, in its order; all where none was chosen. */
    private Stream<OfLesson> way() {
        if (path.isEmpty()) {
            return lessons();
        }
        Map<String, OfLesson> bySlug =
                lessons().collect(Collectors.toMap(lesson -> lesson.lesson().slug(), lesson -> lesson));
        return path.get().lessons().stream().map(bySlug::get).filter(Objects::nonNull);
    }

    private Stream<OfLesson> lessons() {
        return courses.stream().flatMap(course -> course.lessons().stream());
    }
}
