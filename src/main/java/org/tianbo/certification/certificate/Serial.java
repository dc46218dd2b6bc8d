package org.tianbo.certification.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate's number: {@code FENGCHENG-2026-7K3Q-X9MP-4}. County and year can be read off it; the middle is random,
 * so that certificates cannot be enumerated; the last character is a check character.
 */
public final class Serial {

    /** Crockford's 32 characters, none of which is easily mistaken for another. */
    private static final String DRAWN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String CHECKED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern WRITTEN =
            Pattern.compile("([A-Z][A-Z0-9-]*)-(\\d{4})-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z])");

    private final String county;
    private final String text;

    private Serial(String county, String text) {
        this.county = county;
        this.text = text;
    }

    public static Serial draw(String county, int year, SecureRandom lot) {
        StringBuilder text =
                new StringBuilder(county.toUpperCase(Locale.ROOT)).append('-').append(year);
        for (int place = 0; place < 8; place++) {
            text.append(place % 4 == 0 ? "-" : "").append(DRAWN.charAt(lot.nextInt(DRAWN.length())));
        }
        return new Serial(county, text + "-" + check(text));
    }

    /** As typed by somebody, in small letters too; empty when it cannot be a serial of ours. */
    public static Optional<Serial> parse(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || check(text.substring(0, text.length() - 2)) != text.charAt(text.length() - 1)) {
            return Optional.empty();
        }
        return Optional.of(new Serial(written.group(1).toLowerCase(Locale.ROOT), text));
    }

    /** Whose certificate it is. */
    public String county() {
        return county;
    }

    @Override
    public String toString() {
        return text;
    }

    /** ISO/IEC 7064, MOD 37,36, over the letters and digits. */
    private static char check(CharSequence text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int value = CHECKED.indexOf(text.charAt(i));
            if (value >= 0) {
                int sum = (product + value) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
        }
        return CHECKED.charAt((37 - product) % 36);
    }
}
