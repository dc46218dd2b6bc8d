package org.tianbo.attendance.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.attendance.presence.Attendance;
import org.tianbo.attendance.presence.AttendanceEntry;
import org.tianbo.attendance.presence.ListMarks;
import org.tianbo.attendance.presence.SessionPhotos;
import org.tianbo.attendance.presence.SessionSheet;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionChangeView;
import org.tianbo.attendance.schedule.SessionConfirmations;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** One session: who came, what is odd, what was changed; and one person at it, with everything written down. */
@Path("/attendance/sessions/{id}")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class SessionPages {

    private final ClassSessions sessions;
    private final Attendance attendance;
    private final ListMarks marks;
    private final SessionPhotos photos;
    private final SessionConfirmations confirmations;
    private final SessionAccess access;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    SessionPages(
            ClassSessions sessions,
            Attendance attendance,
            ListMarks marks,
            SessionPhotos photos,
            SessionConfirmations confirmations,
            SessionAccess access,
            People people,
            SignedIn signedIn,
            Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.marks = marks;
        this.photos = photos;
        this.confirmations = confirmations;
        this.access = access;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance session(
                SessionSheet sheet,
                List<SessionPhotos.Shown> photos,
                SessionConfirmations.Confirmed confirmed,
                List<SessionChangeView> changes,
                boolean begun,
                SessionForm form,
                List<SessionAccess.Choice> teachers,
                FormErrors errors,
                Rights rights);

        static native TemplateInstance trainee(
                SessionView session,
                SessionSheet.Line line,
                List<HistoryLine> history,
                UUID correction,
                FormErrors errors,
                boolean mayWrite);
    }

    /**
     * @param plans the reader may change what is planned
     * @param keeps the reader may keep the list
     */
    record Rights(boolean plans, boolean keeps, UUID reader) {

        /** Whether the reader says of this person whether they were there. */
        public boolean decides(UUID trainee) {
            return keeps && !trainee.equals(reader);
        }
    }

    /**
     * One thing written down.
     *
     * @param by who did, by name
     * @param stands whether it was not taken out later
     * @param outBy who took it out, by name; empty for what stands
     */
    record HistoryLine(
            AttendanceEntry entry, String by, boolean stands, String outBy, String outReason, String outAt) {}

    @GET
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance session(UUID id) {
        SessionView session = access.readable(id);
        return page(session, SessionForm.of(session.details()), FormErrors.NONE);
    }

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response change(UUID id, @BeanParam SessionForm typed, @Context HttpHeaders headers) {
        SessionForm form = typed.whole();
        return new SubmittedForm("change", headers, errors -> page(access.readable(id), form, errors)).answer(() -> {
            sessions.change(id, form.details(), form.reason(), signedIn.id());
            return to(id);
        });
    }

    @POST
    @Path("cancel")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response cancel(UUID id, @RestForm String reason, @Context HttpHeaders headers) {
        return new SubmittedForm("cancel", headers, errors -> {
                    SessionView session = access.readable(id);
                    return page(session, SessionForm.of(session.details()), errors);
                })
                .with("reason", reason)
                .answer(() -> {
                    sessions.cancel(id, reason, signedIn.id());
                    return to(id);
                });
    }

    @POST
    @Path("restore")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response restore(UUID id) {
        sessions.restore(id, signedIn.id());
        return to(id);
    }

    @GET
    @Path("trainees/{trainee}")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance trainee(UUID id, UUID trainee) {
        return page(access.readable(id), trainee, FormErrors.NONE);
    }

    @POST
    @Path("trainees/{trainee}")
    public Response correct(
            UUID id,
            UUID trainee,
            @RestForm UUID correction,
            @RestForm String in,
            @RestForm String out,
            @RestForm String reason,
            @Context HttpHeaders headers) {
        SessionView session = access.taught(id);
        return new SubmittedForm("correct", headers, errors -> page(session, trainee, errors))
                .with("in", in)
                .with("out", out)
                .with("reason", reason)
                .answer(() -> {
                    marks.correct(
                            session,
                            new ListMarks.Correction(
                                    correction == null ? Ids.next() : correction,
                                    trainee,
                                    SessionForm.on(session.details().day(), in),
                                    SessionForm.on(session.details().day(), out),
                                    reason),
                            signedIn.id());
                    return Response.seeOther(URI.create("/attendance/sessions/" + id + "/trainees/" + trainee))
                            .build();
                });
    }

    /** @param counts whether the doubtful entry counts */
    @POST
    @Path("trainees/{trainee}/decide")
    public Response decide(UUID id, UUID trainee, @RestForm UUID entry, @RestForm boolean counts) {
        marks.decide(access.taught(id), trainee, entry, counts, signedIn.id());
        return to(id);
    }

    /** Counts entries that were kept without a network. @param entry those that the page showed */
    @POST
    @Path("accept")
    public Response accept(UUID id, @RestForm List<UUID> entry) {
        marks.accept(access.taught(id), Set.copyOf(entry), signedIn.id());
        return to(id);
    }

    private TemplateInstance page(SessionView session, SessionForm form, FormErrors errors) {
        Instant now = clock.instant();
        Rights rights = new Rights(access.plans(), access.keepsLists(session), signedIn.id());
        return Templates.session(
                attendance.sheet(session),
                photos.of(session.id()),
                confirmations.of(session.id()),
                sessions.changes(session.id()),
                session.hasBegun(now),
                form,
                rights.plans() ? access.teachers(session.details().teacher(), session.teacherName()) : List.of(),
                errors,
                rights);
    }

    private TemplateInstance page(SessionView session, UUID trainee, FormErrors errors) {
        SessionSheet.Line line = attendance.line(session, trainee);
        List<AttendanceEntry> all = line.presence().history();
        Map<UUID, String> names =
                people.names(all.stream().map(AttendanceEntry::recordedBy).collect(Collectors.toSet()));
        Map<UUID, AttendanceEntry> takenOut = all.stream()
                .filter(entry -> entry.mark() == AttendanceEntry.Mark.VOID)
                .collect(Collectors.toMap(AttendanceEntry::corrects, Function.identity()));
        List<HistoryLine> history = all.stream()
                .filter(entry -> entry.mark() != AttendanceEntry.Mark.VOID)
                .map(entry -> historyLine(entry, takenOut.get(entry.id()), names))
                .toList();
        boolean mayWrite = access.keepsLists(session) && !trainee.equals(signedIn.id());
        return Templates.trainee(session, line, history, Ids.next(), errors, mayWrite);
    }

    private static HistoryLine historyLine(AttendanceEntry entry, AttendanceEntry out, Map<UUID, String> names) {
        String by = names.getOrDefault(entry.recordedBy(), "");
        return out == null
                ? new HistoryLine(entry, by, true, "", "", "")
                : new HistoryLine(
                        entry,
                        by,
                        false,
                        names.getOrDefault(out.recordedBy(), ""),
                        out.reason(),
                        DateTexts.minute(out.receivedAt()));
    }

    private static Response to(UUID session) {
        return Response.seeOther(URI.create("/attendance/sessions/" + session)).build();
    }
}
