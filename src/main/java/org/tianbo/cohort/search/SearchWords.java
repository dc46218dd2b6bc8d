package org.tianbo.cohort.search;

import java.util.List;
import java.util.regex.Pattern;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.search.TypedWords;

/**
 * What was typed into the search box, as the words it consists of.
 *
 * @param typed without control characters and blanks around it; may be empty
 * @param words in half-width, small letters
 */
public record SearchWords(String typed, List<String> words) {

    public static final int LONGEST = 60;

    private static final int FEWEST_DIGITS = 3;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z},，、]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + FEWEST_DIGITS + ",}");

    /** @throws Refused for more than {@value #LONGEST} characters */
    public static SearchWords of(String text) {
        TypedWords typed = TypedWords.of(text, BLANKS);
        if (typed.typed().codePointCount(0, typed.typed().length()) > LONGEST) {
            throw CohortRefused.because("q", "cohort.search-too-long");
        }
        return new SearchWords(typed.typed(), typed.words());
    }

    /** Whether the word is the end of a phone number. */
    static boolean isPhoneEnd(String word) {
        return DIGITS.matcher(word).matches();
    }
}
