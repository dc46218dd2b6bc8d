package org.tianbo.platform.privacy;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mainland mobile number, however it was typed.
 *
 * @param digits its eleven digits
 */
public record MobileNumber(String digits) {

    private static final Pattern WITH_PREFIX = Pattern.compile("(?:\\+86|0086|86)?(1[3-9]\\d{9})(?:\\.0)?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}()]");

    /**
     * Reads a number written with full-width digits, blanks, hyphens, the country's prefix or the {@code .0} that
     * programs put behind whole numbers. A number cut short, masked with stars or with an extension behind it, as
     * platforms lend to couriers, is none.
     */
    public static Optional<MobileNumber> parse(String text) {
        String halfWidth = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Matcher matcher = WITH_PREFIX.matcher(SEPARATORS.matcher(halfWidth).replaceAll(""));
        return matcher.matches() ? Optional.of(new MobileNumber(matcher.group(1))) : Optional.empty();
    }
}
