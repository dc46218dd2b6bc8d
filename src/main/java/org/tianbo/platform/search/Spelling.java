package org.tianbo.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Map<String, Syllable> USUAL = new ConcurrentHashMap<>();
    private static final Map<String, Syllable> IN_NAMES = new ConcurrentHashMap<>();
    private static final Map<String, List<Syllable>> SURNAMES = new ConcurrentHashMap<>();

    /** As it is read, and as it is typed: 吕 is typed lv as often as lu. */
    private record Syllable(String plain, String withV) {

        static Syllable of(String read) {
            return new Syllable(Pinyin.plain(read), Pinyin.withV(read));
        }

        static List<Syllable> all(String read) {
            return Stream.of(read.split(" ")).map(Syllable::of).toList();
        }
    }

    public static Spelling of(String name) {
        List<String> characters = characters(name);
        List<Syllable> usual = characters.stream()
                .map(one -> known(USUAL, one, () -> Syllable.of(Pinyin.usual(one))))
                .toList();
        List<Syllable> read = new ArrayList<>(usual);
        List<Syllable> surname = surname(characters);
        for (int at = 0; at < surname.size(); at++) {
            read.set(at, surname.get(at));
        }
        List<Syllable> inNames = characters.stream()
                .map(one -> known(IN_NAMES, one, () -> Syllable.of(Pinyin.asSurname(one))))
                .toList();
        Set<String> spellings = new LinkedHashSet<>();
        for (List<Syllable> syllables : List.of(read, usual, inNames)) {
            add(spellings, syllables.stream().map(Syllable::plain).toList());
            add(spellings, syllables.stream().map(Syllable::withV).toList());
        }
        String sorted = read.stream().map(Syllable::plain).collect(Collectors.joining(" "));
        return new Spelling(
                sorted.isBlank() ? name.toLowerCase(Locale.ROOT) : sorted, " " + String.join(" ", spellings));
    }

    /** Chinese characters are kept once they were read; there is no end of what else people write. */
    private static <T> T known(Map<String, T> kept, String text, Supplier<T> reading) {
        return text.codePoints().allMatch(Spelling::isHan)
                ? kept.computeIfAbsent(text, any -> reading.get())
                : reading.get();
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
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
            boolean han = isHan(point);
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

    private static List<Syllable> surname(List<String> characters) {
        if (characters.size() < 2) {
            return List.of();
        }
        int length = COMPOUND_SURNAMES.contains(characters.get(0)) ? 2 : 1;
        String surname = String.join("", characters.subList(0, length));
        List<Syllable> read = known(SURNAMES, surname, () -> Syllable.all(Pinyin.asSurname(surname)));
        return read.size() == length ? read : List.of();
    }
}
