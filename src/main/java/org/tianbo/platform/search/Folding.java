package org.tianbo.platform.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as they are compared: what looks alike is the same. */
public final class Folding {

    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");

    private static final int FULL_WIDTH_FROM = 0xff01;
    private static final int FULL_WIDTH_TO = 0xff5e;
    private static final int TO_HALF_WIDTH = FULL_WIDTH_FROM - '!';

    private Folding() {}

    /** In half-width small letters without accents, each where it was. */
    public static String folded(String text) {
        return text.chars().mapToObj(Folding::folded).collect(Collectors.joining());
    }

    /** Whether a folded word is pinyin, English or a number. */
    public static boolean isLatin(String word) {
        return LATIN.matcher(word).matches();
    }

    private static String folded(int character) {
        boolean fullWidth = character >= FULL_WIDTH_FROM && character <= FULL_WIDTH_TO;
        char half = (char) (fullWidth ? character - TO_HALF_WIDTH : character);
        char plain = isAccented(half)
                ? Normalizer.normalize(String.valueOf(half), Normalizer.Form.NFD)
                        .charAt(0)
                : half;
        String small = String.valueOf(plain).toLowerCase(Locale.ROOT);
        return small.length() == 1 ? small : String.valueOf(plain);
    }

    /** Whether it may be a Latin letter with a mark. */
    private static boolean isAccented(char letter) {
        return letter >= 0xc0 && letter <= 0x24f || letter >= 0x1e00 && letter <= 0x1eff;
    }
}
