package org.tianbo.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.tianbo.people.AccountSessions;
import org.tianbo.platform.security.SignedIn;

/** The way out: of this phone, or of every phone, for somebody who has lost one. */
@Path("/account")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    private final AccountSessions accounts;
    private final SignedIn signedIn;

    AccountPages(AccountSessions accounts, SignedIn signedIn) {
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance account(String name, String login);
    }

    @GET
    public Object account() {
        return signedIn.isHelping() ? toHelping() : Templates.account(signedIn.name(), signedIn.login());
    }

    /** The browser goes on to sign out here, with the same method. */
    @POST
    @Path("/sign-out-everywhere")
    public Response signOutEverywhere() {
        if (signedIn.isHelping()) {
            return toHelping();
        }
        accounts.signOutEverywhere(signedIn.login());
        return Response.temporaryRedirect(URI.create("/sign-out")).build();
    }

    /** Whoever helps has no account here: they stop helping. */
    private static Response toHelping() {
        return Response.seeOther(URI.create("/helping")).build();
    }
}
