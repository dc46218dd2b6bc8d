package org.tianbo.learning;

import io.quarkus.qute.RawString;
import java.util.Locale;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LessonView;

/** A lesson as one reader sees it. {@code of} is how many lessons its course has. */
record LessonPage(
        String slug,
        String version,
        String course,
        int number,
        int of,
        String title,
        String cost,
        RawString body,
        boolean done) {

    static LessonPage of(LessonView lesson, CourseView course, RawString body, Standing standing, Locale locale) {
        return new LessonPage(
                lesson.slug(),
                lesson.version(),
                course.slug(),
                lesson.number(),
                course.lessons().size(),
                lesson.title().in(locale),
                Sizes.of(lesson.bytes().in(locale)),
                body,
                standing.doneAt() != null);
    }

    public String address() {
        return "/learn/" + course + "/" + slug;
    }
}
