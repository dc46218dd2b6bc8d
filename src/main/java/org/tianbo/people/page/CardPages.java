package org.tianbo.people.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** Where a scanned card leads: to the sign-in page with the name filled in, so that only the PIN is asked. */
@Path("/card/{login}")
@PermitAll
class CardPages {

    /** Behind the name on a card with pictures. */
    private static final String PICTURES = ".pictures";

    private final SignedIn signedIn;

    CardPages(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance otherHolder(String name);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response scanned(String login, @Context HttpHeaders headers) {
        if (!signedIn.anonymous() && !signedIn.login().equals(login)) {
            TemplateInstance page = Templates.otherHolder(signedIn.name()).setLocale(Language.of(headers));
            return Response.ok(page.render(), MediaType.TEXT_HTML + ";charset=UTF-8")
                    .build();
        }
        return toSignIn(login);
    }

    /** Of a card with pictures: the sign-in page learns it from the name, and takes it off again. */
    @GET
    @Path("/pictures")
    @Produces(MediaType.TEXT_HTML)
    public Response scannedPictures(String login, @Context HttpHeaders headers) {
        Response scanned = scanned(login, headers);
        return scanned.getStatus() == Response.Status.SEE_OTHER.getStatusCode() ? toSignIn(login + PICTURES) : scanned;
    }

    private static Response toSignIn(String hint) {
        return Response.seeOther(
                        UriBuilder.fromPath("/").queryParam("login_hint", hint).build())
                .build();
    }
}
