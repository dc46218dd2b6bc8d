package org.tianbo.platform.table;

import java.text.Normalizer;
import java.util.Locale;

/** What spreadsheets and export tools wrap around a value, taken off again. */
public final class Cell {

    /** An apostrophe makes a spreadsheet take a number, or what begins like a formula, for a text. */
    private static final String AFTER_APOSTROPHE = "0123456789０１２３４５６７８９=+-@＝＋－＠";

    private Cell() {}

    /**
     * The value itself: no {@code ="…"}, no apostrophe before a number or formula, no edge blanks of any width,
     * half-width digits.
     */
    public static String clean(String raw) {
        String text = strip(raw);
        if (text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"")) {
            text = strip(text.substring(2, text.length() - 1));
        }
        if (text.length() > 1 && text.charAt(0) == '\'' && AFTER_APOSTROPHE.indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        }
        return halfWidthDigits(text);
    }

    /** The form in which two words are the same word: width, case, blanks and the star of a required column aside. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !blank(c) && c != '*')
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether the character shows nothing: spaces of every width, line ends, byte order marks, joiners. */
    public static boolean blank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String halfWidthDigits(String text) {
        if (text.chars().noneMatch(Cell::fullWidthDigit)) {
            return text;
        }
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().map(c -> fullWidthDigit(c) ? c - '０' + '0' : c).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static boolean fullWidthDigit(int c) {
        return c >= '０' && c <= '９';
    }
}
