package org.tianbo.attendance.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.time.Zones;

/**
 * What is planned for a session.
 *
 * @param teacher somebody of the county; null when a guest teaches
 * @param guest the name of a teacher who has no sign-in here; empty when one of the county teaches
 * @param credentials what entitles the guest to teach; may be empty
 * @param plan in words; may be empty
 * @param day in the county's zone, like the times
 */
public record SessionDetails(
        String title,
        SessionKind kind,
        UUID teacher,
        String guest,
        String credentials,
        String place,
        String plan,
        LocalDate day,
        LocalTime from,
        LocalTime to) {

    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_PLAN = 1_000;
    private static final Duration LONGEST = Duration.ofHours(12);

    /** A session of the year 9999 is a slip of the finger. */
    private static final int EARLIEST_YEAR = 2000;

    private static final int LATEST_YEAR = 2100;

    public Instant begins() {
        return day.atTime(from).atZone(Zones.SHANGHAI).toInstant();
    }

    public Instant ends() {
        return day.atTime(to).atZone(Zones.SHANGHAI).toInstant();
    }

    /** The same so many weeks later. */
    SessionDetails later(int weeks) {
        return new SessionDetails(
                title, kind, teacher, guest, credentials, place, plan, day.plusWeeks(weeks), from, to);
    }

    /** @throws Refused naming every field that does not fit */
    void check() {
        Refused refused = SessionRefused.wrong();
        line(refused, "title", title, "attendance.title-missing");
        line(refused, "place", place, "attendance.place-missing");
        if (kind == null) {
            refused.field("kind", "attendance.kind-missing");
        }
        if (teacher == null && guest.isBlank()) {
            refused.field("teacher", "attendance.teacher-missing");
        }
        longest(refused, "guest", guest, LONGEST_LINE);
        longest(refused, "credentials", credentials, LONGEST_LINE);
        longest(refused, "plan", plan, LONGEST_PLAN);
        checkTimes(refused);
        refused.throwIfAny();
    }

    private void checkTimes(Refused refused) {
        if (day == null) {
            refused.field("day", "attendance.day-missing");
        } else if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            refused.field("day", "attendance.day-out-of-range");
        }
        if (from == null) {
            refused.field("from", "attendance.time-missing");
        }
        if (to == null) {
            refused.field("to", "attendance.time-missing");
        } else if (from != null && !from.isBefore(to)) {
            refused.field("to", "attendance.ends-before-it-begins");
        } else if (from != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
            refused.field("to", "attendance.too-long-a-session");
        }
    }

    private static void line(Refused refused, String field, String text, String missing) {
        if (text.isBlank()) {
            refused.field(field, missing);
        }
        longest(refused, field, text, LONGEST_LINE);
    }

    private static void longest(Refused refused, String field, String text, int most) {
        if (text.length() > most) {
            refused.field(field, most == LONGEST_PLAN ? "attendance.plan-too-long" : "attendance.line-too-long");
        }
    }
}
