package org.tianbo.people.roster;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tianbo.people.Gender;
import org.tianbo.platform.table.Cell;

/**
 * What may be kept of a citizen's identity number (GB 11643): the number itself is checked, hashed and let go.
 *
 * @param lastFour its last four characters, the final X in capitals
 * @param hash the keyed hash of all eighteen characters; equal for equal numbers under one key
 * @param gender from the seventeenth digit: odd is a man's
 */
public record ChineseIdNumber(String lastFour, String hash, LocalDate birthDate, Gender gender) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int OLDEST_YEARS = 120;

    /** Why a text is not an identity number, as the code of a roster row's fault. */
    static final class NotAnIdNumber extends Exception {

        private final String code;

        private NotAnIdNumber(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * Checks the number's shape, birth date and check character. The leading six digits are not held against a list of
     * districts: districts are renamed and renumbered, people keep their numbers.
     *
     * @param keyedHash the county's keyed hash
     */
    static ChineseIdNumber check(String text, LocalDate today, Function<String, String> keyedHash)
            throws NotAnIdNumber {
        String number = normal(text);
        if (!SHAPE.matcher(number).matches()) {
            throw new NotAnIdNumber("roster.id-number-shape");
        }
        if (checkCharacter(number) != number.charAt(17)) {
            throw new NotAnIdNumber("roster.id-number-checksum");
        }
        Gender gender = (number.charAt(16) - '0') % 2 == 1 ? Gender.MALE : Gender.FEMALE;
        return new ChineseIdNumber(number.substring(14), keyedHash.apply(number), birthDate(number, today), gender);
    }

    /** The character GB 11643 puts behind seventeen digits (ISO 7064, MOD 11-2). */
    static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static LocalDate birthDate(String number, LocalDate today) throws NotAnIdNumber {
        return day(number.substring(6, 14))
                .filter(birth -> !birth.isAfter(today) && birth.isAfter(today.minusYears(OLDEST_YEARS)))
                .orElseThrow(() -> new NotAnIdNumber("roster.id-number-birth-date"));
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String normal(String text) {
        StringBuilder characters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Cell.blank(c))
                .forEach(characters::appendCodePoint);
        return characters.toString().toUpperCase(Locale.ROOT);
    }
}
