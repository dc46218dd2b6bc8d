package org.tianbo.attendance.page;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.tianbo.platform.time.Zones;

/** Times and hours as templates show them: {@code {attended:time(session.begins)}}, {@code {attended:hours(90)}}. */
@TemplateExtension(namespace = "attended")
public final class AttendanceTexts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Zones.SHANGHAI);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private AttendanceTexts() {}

    /** 09:04, in the county's zone. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Minutes as hours, with one digit behind the point where it is not zero: 90 is 1.5. */
    public static String hours(int minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(MINUTES, 1, RoundingMode.HALF_UP);
        return hours.stripTrailingZeros().toPlainString();
    }
}
