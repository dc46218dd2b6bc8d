package org.tianbo.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.tianbo.platform.security.FreshSignIn;

/**
 * Where the sign-in page leads back to. A sign-in that was begun in this browser never gets here: it ends on the page
 * that was asked for. What gets here was used before (Back, a second tab) or was begun in another browser (a link
 * opened from WeChat): home asks for a sign-in if there is none.
 */
@Path("/sign-in")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SignInPages {

    private static final URI HOME = URI.create("/");

    /** The page stood open too long, or is another browser's; beginning anew is all there is to do. */
    private static final Set<String> BEGIN_ANEW = Set.of("temporarily_unavailable", "login_required");

    @GET
    public Response back(@QueryParam("error") String error) {
        if (error != null && !BEGIN_ANEW.contains(error)) {
            throw new SignInRefused();
        }
        return Response.seeOther(HOME).build();
    }

    /** Asks for the password once more, then leads to where it was needed. */
    @GET
    @Path("again")
    @FreshSignIn
    public Response again(@QueryParam("to") String to) {
        return Response.seeOther(ownPage(to)).build();
    }

    /** Never to another site: an address that begins with one slash and has no second. */
    private static URI ownPage(String to) {
        return to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? URI.create(to) : HOME;
    }
}
