package org.tianbo.attendance.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.attendance.schedule.SessionDetails;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.Zones;

/**
 * The form of a session, as typed; a browser may leave any field out.
 *
 * @param session the id of the first session, named by the page that showed the form
 * @param teacher an id, or {@code guest}
 */
record SessionForm(
        @RestForm String session,
        @RestForm String title,
        @RestForm String kind,
        @RestForm String teacher,
        @RestForm String guest,
        @RestForm String credentials,
        @RestForm String place,
        @RestForm String plan,
        @RestForm String day,
        @RestForm String from,
        @RestForm String to,
        @RestForm String weeks,
        @RestForm String reason) {

    private static final String GUEST = "guest";
    private static final int UNREADABLE = -1;

    /** An empty one, with the usual hours. */
    static SessionForm empty(UUID teacher) {
        return new SessionForm(
                Ids.next().toString(), "", "THEORY", teacher.toString(), "", "", "", "", "", "09:00", "11:30", "1", "");
    }

    static SessionForm of(SessionDetails details) {
        return new SessionForm(
                "",
                details.title(),
                details.kind().name(),
                details.teacher() == null ? GUEST : details.teacher().toString(),
                details.guest(),
                details.credentials(),
                details.place(),
                details.plan(),
                details.day().toString(),
                details.from().toString(),
                details.to().toString(),
                "1",
                "");
    }

    /** The same with an empty text for each field that was left out. */
    SessionForm whole() {
        return new SessionForm(
                text(session),
                text(title),
                text(kind),
                text(teacher),
                text(guest),
                text(credentials),
                text(place),
                text(plan),
                text(day),
                text(from),
                text(to),
                text(weeks),
                text(reason));
    }

    public boolean byGuest() {
        return GUEST.equals(teacher);
    }

    UUID first() {
        return Ids.parse(session).orElseThrow(() -> SessionRefused.because("title", "attendance.form-too-old"));
    }

    int howManyWeeks() {
        try {
            return Integer.parseInt(weeks);
        } catch (NumberFormatException unreadable) {
            return UNREADABLE;
        }
    }

    SessionDetails details() {
        return new SessionDetails(
                title,
                kindOf(kind),
                byGuest() ? null : Ids.parse(teacher).orElse(null),
                byGuest() ? guest : "",
                byGuest() ? credentials : "",
                place,
                plan,
                date(day),
                time(from),
                time(to));
    }

    private static SessionKind kindOf(String typed) {
        try {
            return SessionKind.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Null where nothing was typed or what was typed is no time. */
    static LocalTime time(String typed) {
        try {
            return LocalTime.parse(text(typed));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** A time of that day in the county's zone; empty where nothing was typed or what was typed is no time. */
    static Optional<Instant> on(LocalDate day, String typed) {
        return Optional.ofNullable(time(typed))
                .map(time -> day.atTime(time).atZone(Zones.SHANGHAI).toInstant());
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }
}
