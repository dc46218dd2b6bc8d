package org.tianbo.attendance.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.attendance.CheckInRefused;
import org.tianbo.attendance.presence.Attendance;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.ListMarks;
import org.tianbo.attendance.presence.SessionSheet;
import org.tianbo.attendance.schedule.SessionConfirmations;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** The trainer's screen: the code to scan, how many are in, and the list to tap. The phone keeps it for no network. */
@Path("/attendance/sessions/{id}/teach")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class TeachPages {

    private static final String UNDO = "undo";

    private final SessionAccess access;
    private final ShownCodes codes;
    private final Attendance attendance;
    private final ListMarks marks;
    private final SessionConfirmations confirmations;
    private final SignedIn signedIn;
    private final Clock clock;

    TeachPages(
            SessionAccess access,
            ShownCodes codes,
            Attendance attendance,
            ListMarks marks,
            SessionConfirmations confirmations,
            SignedIn signedIn,
            Clock clock) {
        this.access = access;
        this.codes = codes;
        this.attendance = attendance;
        this.marks = marks;
        this.confirmations = confirmations;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance teach(
                SessionSheet sheet, ShownCodes.Codes codes, boolean over, SessionConfirmations.Held held);
    }

    @GET
    public TemplateInstance teach(UUID id) {
        SessionView session = access.taught(id);
        return Templates.teach(
                attendance.sheet(session),
                codes.of(session),
                attendance.isOver(session),
                confirmations.held(List.of(session)));
    }

    /**
     * A tap where the page's script does not run.
     *
     * @param mark {@code IN}, {@code OUT} or {@code undo}
     * @param entry the tap to take back
     */
    @POST
    public Response mark(UUID id, @RestForm UUID trainee, @RestForm String mark, @RestForm UUID entry) {
        SessionView session = access.taught(id);
        if (trainee == null || mark == null || (mark.equals(UNDO) && entry == null)) {
            throw CheckInRefused.incomplete();
        }
        if (mark.equals(UNDO)) {
            marks.undo(session, trainee, Ids.next(), entry, signedIn.id());
        } else {
            Mark tapped = mark.equals("IN") ? Mark.IN : Mark.OUT;
            marks.mark(session, new ListMarks.Tap(Ids.next(), trainee, tapped, clock.instant()), signedIn.id());
        }
        return Response.seeOther(URI.create("/attendance/sessions/" + id + "/teach#t-" + trainee))
                .build();
    }
}
