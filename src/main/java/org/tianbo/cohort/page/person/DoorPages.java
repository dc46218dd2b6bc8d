package org.tianbo.cohort.page.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.joining.JoinDesk;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.QrCode;
import org.tianbo.platform.web.SubmittedForm;

/** A class's door: its poster to print, and whoever asked, to be taken in or told why not. */
@Path("/cohorts/{id}/requests")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class DoorPages {

    private static final int PAGE = 50;

    private final JoinDesk desk;
    private final PublicAddress address;
    private final SignedIn signedIn;

    DoorPages(JoinDesk desk, PublicAddress address, SignedIn signedIn) {
        this.desk = desk;
        this.address = address;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance requests(
                JoinDesk.Sheet sheet, Optional<Poster> poster, String next, FormErrors errors);
    }

    /** The code, and the address it opens. */
    record Poster(QrCode code, String address) {}

    /** @param after the last one of the page before */
    @GET
    public TemplateInstance requests(UUID id, @QueryParam("after") UUID after) {
        return page(id, Optional.ofNullable(after), FormErrors.NONE);
    }

    @POST
    @Path("door")
    public Response open(UUID id, @RestForm String days, @Context HttpHeaders headers) {
        return form("door", id, headers).with("days", days).answer(() -> {
            desk.open(id, number(days), signedIn.id());
            return back(id);
        });
    }

    @POST
    @Path("door/closed")
    public Response close(UUID id) {
        desk.close(id);
        return back(id);
    }

    /** @param as the person of the county it is; empty for somebody new */
    @POST
    @Path("{request}/taken")
    public Response take(UUID id, UUID request, @RestForm String as, @Context HttpHeaders headers) {
        return form(request.toString(), id, headers).answer(() -> {
            desk.take(id, request, Ids.parse(Objects.toString(as, "")), signedIn.id());
            return back(id);
        });
    }

    @POST
    @Path("{request}/refused")
    public Response refuse(UUID id, UUID request, @RestForm String reason, @Context HttpHeaders headers) {
        return form(request.toString(), id, headers).with("reason", reason).answer(() -> {
            desk.refuse(id, request, reason, signedIn.id());
            return back(id);
        });
    }

    @POST
    @Path("{request}/reconsidered")
    public Response reconsider(UUID id, UUID request) {
        desk.reconsider(id, request);
        return back(id);
    }

    private SubmittedForm form(String name, UUID id, HttpHeaders headers) {
        return new SubmittedForm(name, headers, errors -> page(id, Optional.empty(), errors));
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/cohorts/" + id + "/requests")).build();
    }

    /** What is no number is out of range too. */
    private static int number(String typed) {
        String days = Objects.toString(typed, "").strip();
        return days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
    }

    private TemplateInstance page(UUID id, Optional<UUID> after, FormErrors errors) {
        Page<JoinDesk.Sheet, UUID> page = desk.sheet(id, after, PAGE);
        JoinDesk.Sheet sheet = page.rows().get(0);
        Optional<Poster> poster = sheet.door()
                .map(door -> address.onPaper().resolve(door.path()).toString())
                .map(link -> new Poster(QrCode.forPaper(link), link));
        return Templates.requests(
                sheet,
                poster,
                page.next()
                        .map(last -> "/cohorts/" + id + "/requests?after=" + last)
                        .orElse(""),
                errors);
    }
}
