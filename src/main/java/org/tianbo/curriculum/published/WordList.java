package org.tianbo.curriculum.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.WordFlag;
import org.tianbo.curriculum.checks.Phrase;

/** Phrases to avoid on a script or a title. What they find is a hint for a person to judge, never a verdict. */
final class WordList {

    /** As published; the patterns are compiled once for each version. */
    record Body(String slug, String version, Text title, List<JsonNode> words) {}

    private record Entry(WordFlag.Severity severity, Text phrase, Text why, Text better, Optional<String> rule) {}

    private final Map<Language, List<Match>> phrases = new EnumMap<>(Language.class);
    private final List<WordFlag.Phrase> asPublished;

    private enum Language {
        ZH,
        EN
    }

    private record Match(Phrase phrase, Entry entry) {}

    WordList(List<Body> lists) {
        asPublished = lists.stream()
                .flatMap(list -> list.words().stream())
                .map(entry -> DocumentMapper.read(entry, WordFlag.Phrase.class))
                .toList();
        for (Language language : Language.values()) {
            String tag = language.name().toLowerCase(Locale.ROOT);
            phrases.put(
                    language,
                    lists.stream()
                            .flatMap(list -> list.words().stream())
                            .flatMap(entry -> Phrase.of(entry, tag).stream().map(phrase -> found(phrase, entry)))
                            .toList());
        }
    }

    private static Match found(Phrase phrase, JsonNode entry) {
        return new Match(phrase, DocumentMapper.read(entry, Entry.class));
    }

    List<WordFlag.Phrase> phrases() {
        return asPublished;
    }

    /** In the order they stand in the text; both languages are looked for, since people mix them. */
    List<WordFlag> in(String text) {
        return phrases.values().stream()
                .flatMap(List::stream)
                .flatMap(match -> flags(match, text))
                .sorted(Comparator.comparingInt(WordFlag::from))
                .toList();
    }

    private static Stream<WordFlag> flags(Match match, String text) {
        Entry entry = match.entry();
        return match.phrase().in(text).stream()
                .map(span -> new WordFlag(
                        span.from(), span.to(), entry.severity(), entry.why(), entry.better(), entry.rule()));
    }
}
