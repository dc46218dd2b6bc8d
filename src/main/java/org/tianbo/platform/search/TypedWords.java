package org.tianbo.platform.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was typed into a search box.
 *
 * @param typed without control characters and blanks around it; may be empty
 * @param words it consists of, each once, in half-width, small letters
 */
public record TypedWords(String typed, List<String> words) {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    /**
     * @param text null for nothing
     * @param between what stands between words
     */
    public static TypedWords of(String text, Pattern between) {
        String typed =
                CONTROLS.matcher(text == null ? "" : text).replaceAll(" ").strip();
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new TypedWords(
                typed,
                Arrays.stream(between.split(plain))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }
}
