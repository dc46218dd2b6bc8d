package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalLooks.What;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.privacy.PrivacyRefused;
import org.tianbo.privacy.looks.LookLog;
import org.tianbo.privacy.looks.LookPlace;

/** Who looked at whose personal data: by day, and each day's people. */
@Path("/privacy/looks")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class SeenPages {

    private static final int PAGE = 100;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    private final LookLog looks;
    private final People people;
    private final Clock clock;

    SeenPages(LookLog looks, People people, Clock clock) {
        this.looks = looks;
        this.people = people;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        /**
         * @param later the month after; empty for the one that is running
         * @param next the address of the next page, empty on the last
         */
        static native TemplateInstance month(List<LookLog.Seen> seen, YearMonth earlier, String later, String next);

        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance people(
                LocalDate day, String viewer, What what, List<LookLog.SeenPerson> people, String next);
    }

    /**
     * @param month {@code 2026-11}; the one that is running for none
     * @param after where the page before ended, see {@link LookPlace#written}
     */
    @GET
    public TemplateInstance month(@QueryParam("month") String month, @QueryParam("after") String after) {
        YearMonth now = YearMonth.from(clock.instant().atZone(Zones.SHANGHAI));
        YearMonth shown = month == null || month.isEmpty() ? now : monthOf(month);
        Page<LookLog.Seen, LookPlace> page = looks.in(shown, placeOf(after), PAGE);
        return Templates.month(
                page.rows(),
                shown.minusMonths(1),
                shown.isBefore(now) ? shown.plusMonths(1).toString() : "",
                page.next()
                        .map(last -> "/privacy/looks?month=" + shown + "&after=" + last.written())
                        .orElse(""));
    }

    /** @param after the last one of the page before */
    @GET
    @Path("people")
    public TemplateInstance people(
            @QueryParam("day") String day,
            @QueryParam("viewer") UUID viewer,
            @QueryParam("what") String what,
            @QueryParam("after") UUID after) {
        if (viewer == null) {
            throw PrivacyRefused.unknown();
        }
        LocalDate on = dayOf(Objects.toString(day, ""));
        What which = Arrays.stream(What.values())
                .filter(one -> one.name().equals(what))
                .findFirst()
                .orElseThrow(PrivacyRefused::unknown);
        String name = people.trainee(viewer).name();
        Page<LookLog.SeenPerson, UUID> page = looks.people(on, viewer, which, Optional.ofNullable(after), PAGE);
        return Templates.people(
                on,
                name,
                which,
                page.rows(),
                page.next()
                        .map(last -> "/privacy/looks/people?day=" + on + "&viewer=" + viewer + "&what=" + which.name()
                                + "&after=" + last)
                        .orElse(""));
    }

    static Optional<LookPlace> placeOf(String after) {
        return Optional.ofNullable(after).filter(written -> !written.isEmpty()).map(written -> LookPlace.of(written)
                .orElseThrow(PrivacyRefused::unknown));
    }

    private static YearMonth monthOf(String typed) {
        try {
            YearMonth month = YearMonth.parse(typed);
            if (month.getYear() >= EARLIEST_YEAR && month.getYear() <= LATEST_YEAR) {
                return month;
            }
        } catch (DateTimeException unreadable) {
            // Told below.
        }
        throw PrivacyRefused.unknown();
    }

    private static LocalDate dayOf(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Told below.
        }
        throw PrivacyRefused.unknown();
    }
}
