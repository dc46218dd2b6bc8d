package org.tianbo.learning.page;

import java.util.List;
import java.util.Locale;
import org.tianbo.learning.Progress;
import org.tianbo.learning.Sizes;

/**
 * A course in the list, as one reader sees it.
 *
 * @param current whether the reader's next lesson is in it: it lies open, the others are folded
 */
record CourseCard(String title, String summary, long done, long left, boolean current, List<Lesson> lessons) {

    /** @param tried the quiz was answered, though not well enough yet when {@code passed} is false */
    record Lesson(
            String slug,
            String address,
            String title,
            int minutes,
            String size,
            boolean done,
            boolean tried,
            boolean passed) {

        static Lesson of(Progress.OfLesson lesson, Locale locale) {
            return new Lesson(
                    lesson.lesson().slug(),
                    "/learn/" + lesson.lesson().course() + "/" + lesson.lesson().slug(),
                    lesson.lesson().title().in(locale),
                    lesson.lesson().minutes(),
                    Sizes.of(lesson.lesson().bytes().in(locale)),
                    lesson.done(),
                    lesson.answered(),
                    lesson.quizPassed());
        }
    }

    static List<CourseCard> all(Progress progress, Locale locale) {
        String current =
                progress.openLesson().map(next -> next.lesson().course()).orElse("");
        return progress.courses().stream()
                .map(course -> of(course, course.course().slug().equals(current), locale))
                .toList();
    }

    private static CourseCard of(Progress.OfCourse course, boolean current, Locale locale) {
        return new CourseCard(
                course.course().title().in(locale),
                course.course().summary().in(locale),
                course.done(),
                course.left(),
                current,
                course.lessons().stream()
                        .map(lesson -> Lesson.of(lesson, locale))
                        .toList());
    }

    public long count() {
        return lessons.size();
    }
}
