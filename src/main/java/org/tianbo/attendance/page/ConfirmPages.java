package org.tianbo.attendance.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.attendance.schedule.SessionConfirmations;
import org.tianbo.attendance.schedule.SessionConfirmations.Confirmation;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** Whoever taught a session says that it was held, and from when to when; the office does it for a guest. */
@Path("/attendance/sessions/{id}/confirm")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class ConfirmPages {

    private final SessionAccess access;
    private final SessionConfirmations confirmations;
    private final SignedIn signedIn;

    ConfirmPages(SessionAccess access, SessionConfirmations confirmations, SignedIn signedIn) {
        this.access = access;
        this.confirmations = confirmations;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirm(
                SessionView session, String back, String from, String to, FormErrors errors);
    }

    @GET
    public TemplateInstance confirm(UUID id) {
        return page(access.taught(id), FormErrors.NONE);
    }

    @POST
    public Response confirm(UUID id, @RestForm String from, @RestForm String to, @Context HttpHeaders headers) {
        SessionView session = access.taught(id);
        return new SubmittedForm("confirm", headers, errors -> page(session, errors))
                .with("from", from)
                .with("to", to)
                .answer(() -> {
                    confirmations.confirm(id, SessionForm.time(from), SessionForm.time(to), signedIn.id());
                    return Response.seeOther(URI.create("/attendance/sessions/" + id + "#held"))
                            .build();
                });
    }

    private TemplateInstance page(SessionView session, FormErrors errors) {
        Confirmation stands = confirmations.of(session.id()).standing();
        String from = AttendanceTexts.time(stands == null ? session.begins() : stands.began());
        String to = AttendanceTexts.time(stands == null ? session.ends() : stands.ended());
        return Templates.confirm(
                session,
                "/attendance/sessions/" + session.id(),
                errors.any() ? errors.typed("from") : from,
                errors.any() ? errors.typed("to") : to,
                errors);
    }
}
