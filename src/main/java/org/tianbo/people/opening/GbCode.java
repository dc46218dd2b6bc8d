package org.tianbo.people.opening;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A code of an administrative division: GB/T 2260 for counties (six digits: province, prefecture, county), GB/T 10114
 * for towns (three more), the statistics office's for villages (three more). They have no check digit; what can be held
 * against them is that each begins with the code of the division above and is not a division of another level.
 */
public record GbCode(String digits) {

    private static final Pattern COUNTY = Pattern.compile("[1-9]\\d{5}");
    private static final Pattern VILLAGE = Pattern.compile("[1-9]\\d{11}");

    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    /** Prefectures without counties, which stand where a county would: 嘉峪关, 东莞, 中山, 三沙, 儋州. */
    private static final Set<String> WITHOUT_COUNTIES = Set.of("620200", "441900", "442000", "460300", "460400");

    /** Empty for what is no county's code: a province's, a prefecture's, or none at all. */
    public static Optional<GbCode> county(String text) {
        boolean county = COUNTY.matcher(text).matches()
                && PROVINCES.contains(text.substring(0, 2))
                && (!text.endsWith("00") || WITHOUT_COUNTIES.contains(text));
        return county ? Optional.of(new GbCode(text)) : Optional.empty();
    }

    /** Empty for what is no village's code, such as a town's with zeros behind it. */
    static Optional<GbCode> village(String text) {
        boolean village = VILLAGE.matcher(text).matches()
                && county(text.substring(0, 6)).isPresent()
                && !text.substring(6, 9).equals("000")
                && !text.endsWith("000");
        return village ? Optional.of(new GbCode(text)) : Optional.empty();
    }

    /** Of a village. */
    String county() {
        return digits.substring(0, 6);
    }

    /** Of a village. */
    String town() {
        return digits.substring(0, 9);
    }
}
