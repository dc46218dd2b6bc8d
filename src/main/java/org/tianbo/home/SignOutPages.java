package org.tianbo.home;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Signing out is a write: no picture or link on another site can do it. {@code POST /sign-out} ends the session, which
 * Quarkus itself sees to ({@code quarkus.oidc.logout.path}); whoever opens the address is shown the account page with
 * the buttons for it.
 */
@Path("/sign-out")
@PermitAll
@ApplicationScoped
class SignOutPages {

    private static final String PATH = "/sign-out";
    private static final String ACCOUNT = "/account";

    /** Kept with a request that opened the address of signing out, through its way to the account page. */
    private static final String OPENED = SignOutPages.class.getName();

    /** After other sites' writes were refused, before the session is looked at. */
    private static final int BEFORE_SIGN_IN = 790;

    void register(@Observes Filters filters) {
        filters.register(SignOutPages::onlyByPost, BEFORE_SIGN_IN);
    }

    private static void onlyByPost(RoutingContext context) {
        if (PATH.equals(context.normalizedPath()) && context.request().method() != HttpMethod.POST) {
            context.put(OPENED, true);
            context.reroute(HttpMethod.GET, ACCOUNT);
            return;
        }
        if (context.get(OPENED) != null) {
            context.addHeadersEndHandler(answered -> notAllowed(context.response()));
        }
        context.next();
    }

    /** The account page, but for its status; whoever is not signed in is led to the sign-in page as from anywhere. */
    private static void notAllowed(HttpServerResponse response) {
        if (response.getStatusCode() == 200) {
            response.setStatusCode(405).putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        }
    }

    /** Nobody was signed in. */
    @POST
    public Response already() {
        return Response.seeOther(URI.create("/")).build();
    }
}
