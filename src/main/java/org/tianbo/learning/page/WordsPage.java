package org.tianbo.learning.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;

/** The trade's words, under the course in which each is explained. */
record WordsPage(List<OfCourse> courses) {

    /** A course that explains words. */
    record OfCourse(String title, List<Word> words) {}

    /** @param address of the lesson that explains it */
    record Word(String term, String meaning, String address, String lesson) {}

    static WordsPage of(Curriculum curriculum, Locale locale) {
        return new WordsPage(curriculum.courses().stream()
                .map(course -> new OfCourse(course.title().in(locale), words(course, curriculum, locale)))
                .filter(course -> !course.words().isEmpty())
                .toList());
    }

    private static List<Word> words(CourseView course, Curriculum curriculum, Locale locale) {
        return course.lessons().stream()
                .flatMap(lesson -> words(lesson, curriculum, locale))
                .toList();
    }

    private static Stream<Word> words(LessonSummary lesson, Curriculum curriculum, Locale locale) {
        return curriculum.termsOf(lesson.slug()).stream()
                .map(word -> new Word(
                        word.term().in(locale),
                        word.says().in(locale),
                        "/learn/" + lesson.course() + "/" + lesson.slug(),
                        lesson.title().in(locale)));
    }
}
