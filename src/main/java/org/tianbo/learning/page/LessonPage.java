package org.tianbo.learning.page;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView;
import org.tianbo.learning.Sizes;

/**
 * A lesson as one reader sees it. {@code of} is how many lessons its course has; {@code film} is null where there is
 * none.
 */
record LessonPage(
        String slug,
        String version,
        String course,
        int number,
        int of,
        String title,
        String cost,
        RawString body,
        FilmCopy film,
        List<Word> terms,
        List<Cited> rules,
        boolean done) {

    /** A film, the language of its captions, how long it is and what it costs to see. */
    record FilmCopy(String address, String language, int seconds, String cost) {}

    /** A word the lesson explains. */
    record Word(String term, String meaning) {}

    /** A rule the lesson speaks about. */
    record Cited(String id, String title) {}

    static LessonPage of(
            LessonView lesson,
            Curriculum curriculum,
            RawString body,
            Optional<Films.Packed> film,
            boolean done,
            Locale locale) {
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
                film.map(packed -> new FilmCopy(
                                packed.address(),
                                locale.getLanguage(),
                                lesson.film().orElseThrow().seconds(),
                                Sizes.of(packed.bytes())))
                        .orElse(null),
                curriculum.termsOf(lesson.slug()).stream()
                        .map(word ->
                                new Word(word.term().in(locale), word.says().in(locale)))
                        .toList(),
                lesson.rules().stream()
                        .map(curriculum::rule)
                        .map(rule -> new Cited(rule.slug(), rule.title().in(locale)))
                        .toList(),
                done);
    }

    public String address() {
        return "/learn/" + course + "/" + slug;
    }
}
