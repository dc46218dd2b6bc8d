package org.tianbo.attendance.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.attendance.presence.Attendance;
import org.tianbo.attendance.presence.TaughtDoubts;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionConfirmations;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** The sessions of a week, and those of a class with its members' hours. */
@Path("/attendance")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class AttendancePages {

    private static final int PAGE = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final ClassSessions sessions;
    private final Attendance attendance;
    private final TaughtDoubts doubts;
    private final SessionConfirmations confirmations;
    private final SessionAccess access;
    private final SignedIn signedIn;
    private final Clock clock;

    AttendancePages(
            ClassSessions sessions,
            Attendance attendance,
            TaughtDoubts doubts,
            SessionConfirmations confirmations,
            SessionAccess access,
            SignedIn signedIn,
            Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.doubts = doubts;
        this.confirmations = confirmations;
        this.access = access;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance week(
                Week week,
                SessionConfirmations.Held held,
                Instant now,
                boolean seesAll,
                List<TaughtDoubts.DoubtfulSession> doubts);

        static native TemplateInstance classSessions(
                Attendance.ClassSheet sheet,
                SessionConfirmations.Held held,
                Instant now,
                SessionForm form,
                List<SessionAccess.Choice> teachers,
                FormErrors errors,
                boolean mayWrite);
    }

    /** Monday to Sunday; {@code current} when it is the week of today. */
    record Week(LocalDate monday, List<SessionView> sessions, LocalDate today) {

        public LocalDate before() {
            return monday.minusWeeks(1);
        }

        public LocalDate after() {
            return monday.plusWeeks(1);
        }

        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        public boolean current() {
            return !today.isBefore(monday) && !today.isAfter(sunday());
        }
    }

    /** @param week any day of it; today when it is left out or cannot be meant */
    @GET
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance week(@QueryParam("week") LocalDate week) {
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        LocalDate monday = Optional.ofNullable(week)
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                .orElse(today)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<SessionView> found = sessions.between(start(monday), start(monday.plusWeeks(1))).stream()
                .filter(session ->
                        access.seesAll() || Objects.equals(session.details().teacher(), signedIn.id()))
                .toList();
        return Templates.week(
                new Week(monday, found, today),
                confirmations.held(found),
                clock.instant(),
                access.seesAll(),
                doubts.of(signedIn.id()));
    }

    /** @param after the last member of the page before */
    @GET
    @Path("classes/{cohort}")
    public TemplateInstance ofClass(UUID cohort, @QueryParam("after") UUID after) {
        return page(cohort, Optional.ofNullable(after), SessionForm.empty(signedIn.id()), FormErrors.NONE);
    }

    @POST
    @Path("classes/{cohort}")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response plan(UUID cohort, @BeanParam SessionForm typed, @Context HttpHeaders headers) {
        SessionForm form = typed.whole();
        return new SubmittedForm("new", headers, errors -> page(cohort, Optional.empty(), form, errors)).answer(() -> {
            sessions.plan(form.first(), cohort, form.details(), form.howManyWeeks(), signedIn.id());
            return Response.seeOther(URI.create("/attendance/classes/" + cohort))
                    .build();
        });
    }

    private TemplateInstance page(UUID cohort, Optional<UUID> after, SessionForm form, FormErrors errors) {
        boolean mayWrite = access.plans();
        Attendance.ClassSheet sheet = attendance.ofClass(cohort, after, PAGE);
        return Templates.classSessions(
                sheet,
                confirmations.held(sheet.sessions().stream()
                        .map(Attendance.Attended::session)
                        .toList()),
                clock.instant(),
                form,
                mayWrite ? access.teachers(null, "") : List.of(),
                errors,
                mayWrite);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
