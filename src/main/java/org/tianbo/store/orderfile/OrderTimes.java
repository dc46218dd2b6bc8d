package org.tianbo.store.orderfile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.rows.Row;
import org.tianbo.platform.time.Zones;

/** When an order was placed, as its row claims: in China's time, and no later than a day from now. */
final class OrderTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][uuuu/M/d][uuuu.M.d][uuuu年M月d日][ ]['T'][H:mm[:ss][.SSS][.S]][H时m分[s秒]]")
            .withResolverStyle(ResolverStyle.STRICT);

    /** A day as spreadsheets count it, from 2000 to 2099, and perhaps a fraction of it. */
    private static final Pattern SERIAL = Pattern.compile("(3[6-9]|[4-6]\\d|7[0-2])\\d{3}(\\.\\d{1,15})?");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final LocalDate FIRST_OF_SERIALS = LocalDate.of(1899, 12, 30);

    /** Pinduoduo's order numbers begin with the day. */
    private static final Pattern DAY_IN_NUMBER = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})-\\d{6,}");

    private static final int EARLIEST_YEAR = 2000;
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Instant latest;

    OrderTimes(Instant now) {
        this.latest = now.plus(CLOCKS_DIFFER);
    }

    /** The first that is given: when it was placed, when the group buying it was complete, the day in its number. */
    Instant of(Row row) {
        String time = row.text("ordered_at").isEmpty() ? row.text("grouped_at") : row.text("ordered_at");
        if (time.isEmpty()) {
            Matcher day = DAY_IN_NUMBER.matcher(row.text("order_no"));
            if (!day.matches()) {
                throw new BrokenCell("ordered_at", "orders.time-missing");
            }
            time = "20" + day.group(1) + "-" + day.group(2) + "-" + day.group(3);
        }
        Instant at = instant(time);
        if (at.isAfter(latest)) {
            throw new BrokenCell("ordered_at", "orders.time-in-future");
        }
        return at;
    }

    private static Instant instant(String text) {
        try {
            LocalDateTime time = SERIAL.matcher(text).matches() ? serial(text) : parsed(text);
            if (time.getYear() < EARLIEST_YEAR) {
                throw unreadable();
            }
            return time.atZone(Zones.SHANGHAI).toInstant();
        } catch (DateTimeException senseless) {
            throw unreadable();
        }
    }

    private static LocalDateTime parsed(String text) {
        String halfWidth =
                BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
        var parsed = TIME.parseBest(halfWidth, LocalDateTime::from, LocalDate::from);
        return parsed instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(parsed);
    }

    private static LocalDateTime serial(String text) {
        double days = Double.parseDouble(text);
        long seconds = Math.round((days - Math.floor(days)) * Duration.ofDays(1).toSeconds());
        return FIRST_OF_SERIALS.plusDays((long) days).atStartOfDay().plusSeconds(seconds);
    }

    private static BrokenCell unreadable() {
        return new BrokenCell("ordered_at", "orders.time-unreadable");
    }
}
