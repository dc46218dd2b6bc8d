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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.attendance.presence.Attendance;
import org.tianbo.attendance.presence.Attendance.OwnSession;
import org.tianbo.attendance.presence.CheckIns;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** A trainee's own: the hours so far, and the page that the trainer's code opens, with one thing to tap. */
@Path("/attend")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class AttendPages {

    private static final int MOST = 50;

    private final Attendance attendance;
    private final CheckIns checkIns;
    private final SignedIn signedIn;
    private final Clock clock;

    AttendPages(Attendance attendance, CheckIns checkIns, SignedIn signedIn, Clock clock) {
        this.attendance = attendance;
        this.checkIns = checkIns;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance own(List<OwnSession> sessions, int minutes, int online, Instant now);

        static native TemplateInstance scanned(CheckIns.Scanned scanned, String code, UUID entry);
    }

    @GET
    public TemplateInstance own() {
        List<OwnSession> sessions = attendance.own(signedIn.id(), MOST);
        int minutes = sessions.stream().mapToInt(OwnSession::minutes).sum();
        return Templates.own(sessions, minutes, attendance.ownOnline(signedIn.id()), clock.instant());
    }

    /** What the address in the code opens; nothing is written down before the tap. */
    @GET
    @Path("{session}/{code}")
    public TemplateInstance scanned(UUID session, String code) {
        return Templates.scanned(checkIns.look(session, signedIn.id(), code), code, Ids.next());
    }

    /** The tap, where the page's script does not run. */
    @POST
    @Path("{session}/{code}")
    public Response checkIn(UUID session, String code, @RestForm UUID entry) {
        UUID id = entry == null ? Ids.next() : entry;
        checkIns.checkIn(new CheckIns.Scan(id, session, signedIn.id(), code, null));
        return Response.seeOther(URI.create("/attend")).build();
    }
}
