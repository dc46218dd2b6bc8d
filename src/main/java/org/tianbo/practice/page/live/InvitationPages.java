package org.tianbo.practice.page.live;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.QrCode;
import org.tianbo.practice.invitation.Invitations;
import org.tianbo.practice.invitation.Invitations.HostView;
import org.tianbo.practice.invitation.Invitations.Invited;
import org.tianbo.practice.invitation.InvitedAudience;

/** Who may watch an own rehearsal: links and QR codes to pass on, and to take back. */
@Path("/practice/{id:[0-9a-fA-F-]{36}}/live")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
@Produces(MediaType.TEXT_HTML)
class InvitationPages {

    private final Invitations invitations;
    private final PublicAddress address;

    InvitationPages(Invitations invitations, PublicAddress address) {
        this.invitations = invitations;
        this.address = address;
    }

    /** An invitation with its link. */
    record ShownInvitation(Invited invited, String link, QrCode qr) {

        /** As templates compare it. */
        public String audience() {
            return invited.audience().word();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance invitations(HostView live, List<ShownInvitation> invited, String back);
    }

    @GET
    public TemplateInstance invitations(UUID id, @Context UriInfo requested) {
        HostView live = invitations.of(id);
        URI home = address.requested(requested.getBaseUri());
        return Templates.invitations(
                live, live.invited().stream().map(one -> shown(one, home)).toList(), pageBefore(live));
    }

    private static ShownInvitation shown(Invited invited, URI home) {
        String link = home.resolve(invited.path()).toString();
        return new ShownInvitation(invited, link, QrCode.of(link));
    }

    @POST
    public Response invite(
            UUID id,
            @FormParam("audience") @NotNull @Pattern(regexp = "mentor|classmates|family") String audience,
            @FormParam("name") @NotNull @Size(max = 40) String name) {
        invitations.invite(id, InvitedAudience.valueOf(audience.toUpperCase(Locale.ROOT)), name);
        return back(id);
    }

    @POST
    @Path("/{invitation:[0-9a-fA-F-]{36}}/withdraw")
    public Response withdraw(UUID id, UUID invitation) {
        invitations.withdraw(id, invitation);
        return back(id);
    }

    /** Where the host came from: the camera, until the rehearsal is over. */
    private static String pageBefore(HostView live) {
        return live.open() ? "/practice/camera#" + live.attempt() : "/practice/" + live.attempt();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/practice/" + id + "/live")).build();
    }
}
