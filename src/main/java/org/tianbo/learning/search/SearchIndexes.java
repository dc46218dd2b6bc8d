package org.tianbo.learning.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.platform.search.Pinyin;

/** Gathers what is searched from what is published. */
@ApplicationScoped
public class SearchIndexes {

    private final Curriculum curriculum;

    SearchIndexes(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    public SearchIndex of(Locale locale) {
        List<LessonSummary> lessons = curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        List<SearchIndex.Word> words =
                lessons.stream().flatMap(lesson -> words(lesson, locale)).toList();
        List<SearchIndex.Lesson> texts =
                lessons.stream().map(lesson -> lesson(lesson, locale)).toList();
        boolean chinese = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new SearchIndex(locale.getLanguage(), words, texts, chinese ? readings(words, texts) : Map.of());
    }

    private Stream<SearchIndex.Word> words(LessonSummary lesson, Locale locale) {
        return curriculum.termsOf(lesson.slug()).stream()
                .map(word ->
                        new SearchIndex.Word(word.term().in(locale), word.says().in(locale), address(lesson)));
    }

    private SearchIndex.Lesson lesson(LessonSummary lesson, Locale locale) {
        return new SearchIndex.Lesson(
                lesson.title().in(locale),
                lesson.idea().in(locale),
                address(lesson),
                curriculum.text(curriculum.lesson(lesson.slug()), locale).stream()
                        .map(section -> new SearchIndex.Part(section.id(), section.title(), section.sentences()))
                        .toList());
    }

    private static String address(LessonSummary lesson) {
        return "/learn/" + lesson.course() + "/" + lesson.slug();
    }

    private static Map<String, String> readings(List<SearchIndex.Word> words, List<SearchIndex.Lesson> lessons) {
        TreeSet<String> characters = new TreeSet<>();
        Stream.concat(
                        words.stream().flatMap(SearchIndexes::texts),
                        lessons.stream().flatMap(SearchIndexes::texts))
                .flatMapToInt(String::chars)
                .forEach(character -> characters.add(String.valueOf((char) character)));
        Map<String, String> readings = new TreeMap<>();
        characters.forEach(character ->
                Pinyin.typed(character).forEach(syllable -> readings.merge(syllable, character, String::concat)));
        return readings;
    }

    private static Stream<String> texts(SearchIndex.Word word) {
        return Stream.of(word.term(), word.says());
    }

    private static Stream<String> texts(SearchIndex.Lesson lesson) {
        return Stream.concat(
                Stream.of(lesson.title(), lesson.idea()),
                lesson.parts().stream().flatMap(part -> Stream.concat(Stream.of(part.title()), part.says().stream())));
    }
}
