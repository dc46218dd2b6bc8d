package org.tianbo.cohort.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tianbo.cohort.CohortRefused;

/**
 * What was typed into the search box, as the words it consists of.
 *
 * @param typed without control characters and blanks around it; may be empty
 * @param words in half-width, small letters
 */
public record SearchWords(String typed, List<String> words) {

    public static final int LONGEST = 60;

    private static final int FEWEST_DIGITS = 3;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z},，、]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + FEWEST_DIGITS + ",}");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");

    /** @throws CohortRefused for more than {@value #LONGEST} characters */
    public static SearchWords of(String text) {
        String typed =
                CONTROLS.matcher(text == null ? "" : text).replaceAll(" ").strip();
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            throw CohortRefused.because("q", "cohort.search-too-long");
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new SearchWords(
                typed,
                Arrays.stream(BLANKS.split(plain))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Whether the word is the end of a phone number. */
    static boolean isPhoneEnd(String word) {
        return DIGITS.matcher(word).matches();
    }

    /** Whether the word is pinyin, or a name in Latin letters. */
    static boolean isLatin(String word) {
        return LATIN.matcher(word).matches();
    }
}
