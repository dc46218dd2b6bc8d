package org.tianbo.platform.time;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and lengths as templates show them: {@code {attempt.submittedAt.day}}, {@code {gap.clock}}. */
@TemplateExtension
public final class DateTexts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(Zones.SHANGHAI);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Zones.SHANGHAI);

    private DateTexts() {}

    /** 2026-06-18, in the county's zone. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** 2026-06-18 20:14, in the county's zone. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** 5:06 or 1:02:03. */
    public static String clock(Duration length) {
        long hours = length.toHours();
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", length.toMinutesPart(), length.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, length.toMinutesPart(), length.toSecondsPart());
    }
}
