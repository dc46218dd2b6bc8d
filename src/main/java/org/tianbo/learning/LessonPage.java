package org.tianbo.learning;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
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
        List<Word> words,
        List<Cited> rules,
        boolean done) {

    /** A word the lesson explains. */
    record Word(String term, String says) {}

    /** A rule the lesson speaks about. */
    record Cited(String id, String title) {}

    static LessonPage of(LessonView lesson, Curriculum curriculum, RawString body, Standing standing, Locale locale) {
        CourseView course = curriculum.course(lesson.course());
        return new LessonPage(
                lesson.slug(),
                lesson.version(),
                course.slug(),
                lesson.number(),
                course.lessons().size(),
                lesson.title().in(locale),
                Sizes.of(lesson.bytes().in(locale)),
                body,
                curriculum.wordsOf(lesson.slug()).stream()
                        .map(word ->
                                new Word(word.term().in(locale), word.says().in(locale)))
                        .toList(),
                lesson.rules().stream()
                        .map(curriculum::rule)
                        .map(rule -> new Cited(rule.slug(), rule.title().in(locale)))
                        .toList(),
                standing.doneAt() != null);
    }

    public String address() {
        return "/learn/" + course + "/" + slug;
    }
}
