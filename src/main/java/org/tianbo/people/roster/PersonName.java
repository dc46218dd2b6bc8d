package org.tianbo.people.roster;

import java.util.regex.Pattern;

/** One way of writing a name, however it was typed. */
public final class PersonName {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Names of two characters are often spread to the width of three. */
    private static final Pattern BLANKS_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

    /** The dot between the parts of a name has a dozen look-alikes, and some keyboards have none but the full stop. */
    private static final Pattern DOT_BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L}) ?"
            + "[\u00B7\u0387\u2022\u2027\u2219\u22C5\u25CF\u30FB\uFF65\u16EB\u2E31\u2E33\uFF0E.] ?(?=\\p{IsHan})");

    private static final String DOT = "·";

    private PersonName() {}

    public static String normal(String typed) {
        String name = BLANKS.matcher(typed).replaceAll(" ").strip();
        name = BLANKS_BETWEEN_HAN.matcher(name).replaceAll("");
        return DOT_BETWEEN_LETTERS.matcher(name).replaceAll(DOT);
    }
}
