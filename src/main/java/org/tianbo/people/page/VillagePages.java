package org.tianbo.people.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;

/** The county's towns and villages, and the file they come from. */
@Path("/county/villages")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class VillagePages {

    static final long LARGEST = 4L * 1024 * 1024;

    private static final String ADDRESS = "/county/villages";

    private final VillageForms forms;
    private final SignedIn signedIn;

    VillagePages(VillageForms forms, SignedIn signedIn) {
        this.forms = forms;
        this.signedIn = signedIn;
    }

    /** @param after the last village of the page before */
    @GET
    public TemplateInstance villages(@QueryParam("after") UUID after) {
        return forms.page(ADDRESS, after, null, FormErrors.NONE, signedIn.is(Roles.OFFICER));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(LARGEST)
    public Response take(
            @RestForm("file") FileUpload file,
            @RestForm("kept") UUID kept,
            @RestForm("confirm") String confirm,
            @RestForm("do") String what,
            @Context HttpHeaders headers) {
        return forms.answer(
                ADDRESS, new VillageForms.Sent(file, kept, confirm, "take".equals(what), signedIn.id()), headers);
    }
}
