package org.tianbo.bench.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A roster of invented people in the villages of {@link LargeProvince}. */
public final class LongRoster {

    static final int LINES = 50_000;

    private static final int A_DAY = 1_000;
    public static final int VILLAGES = 200;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private LongRoster() {}

    /** A county may not bring so many at once where nobody has set it. */
    public static void allow(Map<String, String> settings) {
        settings.put("tianbo.people.roster-rows", Integer.toString(LINES));
        settings.put("tianbo.people.roster-bytes", Integer.toString(4 << 20));
    }

    public static byte[] of(int lines) {
        StringBuilder roster = new StringBuilder("姓名,手机号,身份证号,镇,村\n");
        for (int line = 0; line < lines; line++) {
            int village = 1 + line % VILLAGES;
            roster.append("名册")
                    .append(line)
                    .append(",1")
                    .append(39_00_000_000L + line)
                    .append(',')
                    .append(idNumber(line))
                    .append(",镇")
                    .append(village / 20)
                    .append(",柳树")
                    .append(village)
                    .append('\n');
        }
        return roster.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In a place that there is not, with the check digit of GB 11643. */
    private static String idNumber(int line) {
        String day = LocalDate.of(1970, 1, 1).plusDays(line / A_DAY).format(DateTimeFormatter.BASIC_ISO_DATE);
        String number = "999999" + day + "%03d".formatted(line % A_DAY);
        int sum = 0;
        for (int digit = 0; digit < WEIGHTS.length; digit++) {
            sum += WEIGHTS[digit] * (number.charAt(digit) - '0');
        }
        return number + "10X98765432".charAt(sum % 11);
    }
}
