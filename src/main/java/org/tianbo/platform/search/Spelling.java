package org.tianbo.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How a name is read and typed in Latin letters, by ICU's Unicode data. A surname is read as a surname (单 Shàn, 解 Xiè,
 * 仇 Qiú, 尉迟 Yùchí); whoever types the usual reading (dan, jie, chou) finds the person too.
 *
 * @param reading syllables without tones, by which names are sorted: {@code zhang gui ying}; never empty for a name
 *     that is not
 * @param spellings all that a person may begin to type, each behind a blank: initials and whole syllables, from the
 *     surname on or from a later syllable on
 */
public record Spelling(String reading, String spellings) {

    /** Names of people have fewer syllables; what follows can be found by its letters only. */
    private static final int MOST_SYLLABLES = 12;

    /** Surnames of two characters begin with these where the first is read in another way than alone. */
    private static final String COMPOUND_SURNAMES = "万单尉澹长";

    private static final Map<String, String> USUAL = new ConcurrentHashMap<>();
    private static final Map<String, String> AS_SURNAME = new ConcurrentHashMap<>();

    public static Spelling of(String name) {
        List<String> characters = characters(name);
        List<String> usual = characters.stream()
                .map(one -> USUAL.computeIfAbsent(one, Pinyin::usual))
                .toList();
        List<String> read = new ArrayList<>(usual);
        List<String> surname = surname(characters);
        for (int at = 0; at < surname.size(); at++) {
            read.set(at, surname.get(at));
        }
        List<String> inNames = characters.stream()
                .map(one -> AS_SURNAME.computeIfAbsent(one, Pinyin::asSurname))
                .toList();
        Set<String> spellings = new LinkedHashSet<>();
        for (List<String> syllables : List.of(read, usual, inNames)) {
            add(spellings, syllables.stream().map(Pinyin::plain).toList());
            // 吕 is typed lv as often as lu.
            add(spellings, syllables.stream().map(Pinyin::withV).toList());
        }
        String sorted = read.stream().map(Pinyin::plain).collect(Collectors.joining(" "));
        return new Spelling(
                sorted.isBlank() ? name.toLowerCase(Locale.ROOT) : sorted, " " + String.join(" ", spellings));
    }

    private static void add(Set<String> spellings, List<String> syllables) {
        int size = Math.min(syllables.size(), MOST_SYLLABLES);
        for (int from = 0; from < size; from++) {
            List<String> rest = syllables.subList(from, size);
            spellings.add(rest.stream().map(one -> one.substring(0, 1)).collect(Collectors.joining()));
            spellings.add(String.join("", rest));
        }
    }

    /** Each Chinese character alone, and each run of other letters and digits as one. */
    private static List<String> characters(String name) {
        List<String> found = new ArrayList<>();
        StringBuilder latin = new StringBuilder();
        name.codePoints().forEach(point -> {
            boolean han = Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
            if (!han && Character.isLetterOrDigit(point)) {
                latin.appendCodePoint(point);
                return;
            }
            if (!latin.isEmpty()) {
                found.add(latin.toString());
                latin.setLength(0);
            }
            if (han) {
                found.add(Character.toString(point));
            }
        });
        if (!latin.isEmpty()) {
            found.add(latin.toString());
        }
        return found;
    }

    private static List<String> surname(List<String> characters) {
        if (characters.size() < 2) {
            return List.of();
        }
        int length = COMPOUND_SURNAMES.contains(characters.get(0)) ? 2 : 1;
        String read = AS_SURNAME.computeIfAbsent(String.join("", characters.subList(0, length)), Pinyin::asSurname);
        List<String> syllables = List.of(read.split(" "));
        return syllables.size() == length ? syllables : List.of();
    }
}
