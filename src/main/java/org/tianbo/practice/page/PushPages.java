package org.tianbo.practice.page;

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
import java.util.UUID;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.push.OwnPushes;
import org.tianbo.practice.push.PushView;

/** For whoever rehearses with a broadcasting program of their own: where to push to, and how far it has come. */
@Path("/practice/{id:[0-9a-fA-F-]{36}}/push")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class PushPages {

    private final OwnPushes pushes;

    PushPages(OwnPushes pushes) {
        this.pushes = pushes;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance push(PushView push);
    }

    @GET
    public TemplateInstance push(UUID id) {
        return Templates.push(pushes.view(id));
    }

    @POST
    @Path("/finish")
    public Response finish(UUID id) {
        pushes.finish(id);
        return Response.seeOther(URI.create("/practice/" + id + "/push")).build();
    }
}
