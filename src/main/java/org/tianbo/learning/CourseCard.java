package org.tianbo.learning;

import java.util.List;
import java.util.Locale;

/** A course in the list, as one reader sees it. */
record CourseCard(String title, String summary, long done, long left, List<Lesson> lessons) {

    /** @param tried the quiz was answered, though not well enough yet when {@code passed} is false */
    record Lesson(String address, String title, int minutes, String size, boolean done, boolean tried, boolean passed) {

        static Lesson of(Progress.OfLesson lesson, Locale locale) {
            return new Lesson(
                    "/learn/" + lesson.lesson().course() + "/" + lesson.lesson().slug(),
                    lesson.lesson().title().in(locale),
                    lesson.lesson().minutes(),
                    Sizes.of(lesson.lesson().bytes().in(locale)),
                    lesson.done(),
                    lesson.answered(),
                    lesson.quizPassed());
        }
    }

    static CourseCard of(Progress.OfCourse course, Locale locale) {
        return new CourseCard(
                course.course().title().in(locale),
                course.course().summary().in(locale),
                course.done(),
                course.left(),
                course.lessons().stream()
                        .map(lesson -> Lesson.of(lesson, locale))
                        .toList());
    }

    public int count() {
        return lessons.size();
    }
}
