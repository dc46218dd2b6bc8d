package org.tianbo.authoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

    /** @param place from 1 */
    record LessonLine(
            String slug,
            String title,
            int place,
            boolean own,
            boolean changed,
            boolean drafted,
            boolean outdated,
            boolean removed) {

        static LessonLine of(Lesson lesson, int place, Locale locale) {
            return new LessonLine(
                    lesson.slug(),
                    lesson.title().map(title -> title.in(locale)).orElse(lesson.slug()),
                    place,
                    lesson.own(),
                    lesson.changed(),
                    lesson.drafted(),
                    lesson.outdated(),
                    lesson.removed());
        }

        /** Where it stands once it is moved. */
        public int up() {
            return place - 1;
        }

        public int down() {
            return place + 1;
        }

        /** Whether trainees see what is shipped, and nobody has written anything. */
        public boolean untouched() {
            return !own && !changed && !drafted && !removed;
        }
    }

    static CourseLine of(Course course, Locale locale) {
        List<LessonLine> lessons = IntStream.range(0, course.lessons().size())
                .mapToObj(at -> LessonLine.of(course.lessons().get(at), at + 1, locale))
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
