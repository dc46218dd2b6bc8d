package org.tianbo.people.account;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * The six digits of a card. Those that are tried first are never given out: one digit or pair or triple again and
 * again, rows of keys, and whatever can be read as a date of birth.
 */
final class Pin {

    /** One of a million; about a tenth of them are too easy. */
    private static final int ALL = 1_000_000;

    private static final Pattern ALLOWED =
            Pattern.compile("(?!(\\d)\\1{5}$)(?!(\\d{2})\\2\\2$)(?!(\\d{3})\\3$)(?!(\\d)\\4(\\d)\\5(\\d)\\6$)"
                    + "(?!(?:012345|123456|234567|345678|456789|567890|098765|987654|876543|765432|654321|543210"
                    + "|123321|147258|159357)$)"
                    // Year, month, day; month, day, year; and a whole year with its month.
                    + "(?!\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])$)"
                    + "(?!(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{2}$)"
                    + "(?!(?:19|20)\\d{2}(?:0[1-9]|1[0-2])$)"
                    + "\\d{6}");

    private Pin() {}

    /** @param random a number from zero up to, and without, the one given; not to be foreseen */
    static String draw(IntUnaryOperator random) {
        String pin;
        do {
            pin = String.format(Locale.ROOT, "%06d", random.applyAsInt(ALL));
        } while (!allowed(pin));
        return pin;
    }

    static boolean allowed(String pin) {
        return ALLOWED.matcher(pin).matches();
    }
}
