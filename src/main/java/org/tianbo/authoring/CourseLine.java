package org.tianbo.authoring;

import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.Text;

/**
 * A course in the writers' list.
 *
 * @param titles and {@code summaries}: in both languages, for those who change them
 * @param open whether it lies open: the county has done something in it
 */
record CourseLine(
        String slug,
        String title,
        String summary,
        Text titles,
        Text summaries,
        boolean own,
        boolean removed,
        boolean open,
        List<LessonLine> lessons) {

    record LessonLine(
            String slug,
            String title,
            boolean own,
            boolean changed,
            boolean drafted,
            boolean outdated,
            boolean removed) {

        static LessonLine of(Lesson lesson, Locale locale) {
            return new LessonLine(
                    lesson.slug(),
                    lesson.title().map(title -> title.in(locale)).orElse(lesson.slug()),
                    lesson.own(),
                    lesson.changed(),
                    lesson.drafted(),
                    lesson.outdated(),
                    lesson.removed());
        }

        /** Whether trainees see what is shipped, and nobody has written anything. */
        public boolean untouched() {
            return !own && !changed && !drafted && !removed;
        }
    }

    static CourseLine of(Course course, Locale locale) {
        List<LessonLine> lessons = course.lessons().stream()
                .map(lesson -> LessonLine.of(lesson, locale))
                .toList();
        return new CourseLine(
                course.slug(),
                course.title().in(locale),
                course.summary().in(locale),
                course.title(),
                course.summary(),
                course.own(),
                course.removed(),
                course.own() || lessons.stream().anyMatch(lesson -> !lesson.untouched()),
                lessons);
    }
}
