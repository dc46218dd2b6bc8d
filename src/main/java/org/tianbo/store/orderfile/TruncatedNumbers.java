package org.tianbo.store.orderfile;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers that a spreadsheet program has cut: it keeps 15 digits, writes zeros for the rest, and may show them as
 * 6.98E+18.
 */
final class TruncatedNumbers {

    private static final Pattern SHORTENED = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d+");
    private static final Pattern LONG = Pattern.compile("\\d{16,}");
    private static final int PRECISION = 15;

    /** So many zeros stand at the ends of whole numbers by chance once in ten thousand files. */
    private static final int ZEROS_THAT_PROVE_IT = 4;

    private TruncatedNumbers() {}

    static boolean isShortened(String number) {
        return SHORTENED.matcher(number).matches();
    }

    /** Whether all long numbers of a column end in zeros from the sixteenth digit on. */
    static boolean areZeroed(Collection<String> numbers) {
        Set<String> longOnes = numbers.stream()
                .filter(number -> LONG.matcher(number).matches())
                .collect(Collectors.toSet());
        long zeros = longOnes.stream()
                .mapToLong(number -> number.length() - PRECISION)
                .sum();
        return zeros >= ZEROS_THAT_PROVE_IT && longOnes.stream().allMatch(TruncatedNumbers::endsInZeros);
    }

    private static boolean endsInZeros(String number) {
        return number.chars().skip(PRECISION).allMatch(digit -> digit == '0');
    }
}
