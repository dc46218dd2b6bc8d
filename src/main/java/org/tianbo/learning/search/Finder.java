package org.tianbo.learning.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.platform.search.Folding;

/** Finds a word in a text: as it is written and, in Chinese, by its pinyin or the first letters of that. */
final class Finder {

    /** From the first character to before the last one. */
    record Span(int from, int to) {}

    private final boolean english;
    private final Map<Character, List<String>> readings = new HashMap<>();

    Finder(SearchIndex index) {
        english = index.language().equals("en");
        index.readings()
                .forEach((syllable, characters) -> characters.chars().forEach(character -> readings.computeIfAbsent(
                                (char) character, any -> new ArrayList<>())
                        .add(syllable)));
    }

    /**
     * @param word as {@link Letters#words} gives it
     * @param text folded
     * @param name whether it is short, such as a title: found by the first letters of its pinyin too
     */
    List<Span> find(String word, String text, boolean name) {
        if (!Folding.isLatin(word)) {
            return written(word, word, text, false);
        }
        if (english) {
            return written(Letters.stem(word), word, text, true);
        }
        List<Span> written = written(word, word, text, true);
        return written.isEmpty() ? spelled(word, text, name) : written;
    }

    /** @param latin whether it must be the beginning of a word */
    private static List<Span> written(String word, String whole, String text, boolean latin) {
        List<Span> found = new ArrayList<>();
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + (text.startsWith(whole, at) ? whole : word).length();
            if (!latin || at == 0 || !isLatin(text.charAt(at - 1))) {
                found.add(new Span(at, end));
            }
            at = text.indexOf(word, end);
        }
        return found;
    }

    private List<Span> spelled(String word, String text, boolean name) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = syllables(word, 0, text, at, name);
            if (end < 0 && name) {
                end = initials(word, text, at);
            }
            if (end > 0) {
                found.add(new Span(at, end));
            }
            at = Math.max(at + 1, end);
        }
        return found;
    }

    /** @return behind the last character of which it is the pinyin, the last syllable perhaps only begun; or -1 */
    private int syllables(String word, int typed, String text, int at, boolean beginningIsEnough) {
        if (typed == word.length()) {
            return at;
        }
        if (at == text.length()) {
            return -1;
        }
        List<String> here = readings.getOrDefault(text.charAt(at), List.of());
        for (String syllable : here) {
            if (word.startsWith(syllable, typed)) {
                int end = syllables(word, typed + syllable.length(), text, at + 1, true);
                if (end > 0) {
                    return end;
                }
            }
        }
        int rest = word.length() - typed;
        return beginningIsEnough && here.stream().anyMatch(syllable -> syllable.regionMatches(0, word, typed, rest))
                ? at + 1
                : -1;
    }

    private int initials(String word, String text, int at) {
        if (at + word.length() > text.length()) {
            return -1;
        }
        for (int letter = 0; letter < word.length(); letter++) {
            char initial = word.charAt(letter);
            if (readings.getOrDefault(text.charAt(at + letter), List.of()).stream()
                    .noneMatch(syllable -> syllable.charAt(0) == initial)) {
                return -1;
            }
        }
        return at + word.length();
    }

    private static boolean isLatin(char character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
}
