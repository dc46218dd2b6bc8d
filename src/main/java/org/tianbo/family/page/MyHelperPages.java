package org.tianbo.family.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.family.helping.Helping;
import org.tianbo.family.helping.Helping.State;
import org.tianbo.family.helping.Helpings;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.QrCode;
import org.tianbo.platform.web.SubmittedForm;

/** A trainee lets somebody help, and ends it with one tap. Works without a script. */
@Path("/my-helpers")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyHelperPages {

    private static final String ADDRESS = "/my-helpers";

    /** The code's page looks by itself whether somebody has opened it. */
    private static final String SECONDS = "4";

    private final Helpings helpings;
    private final PublicAddress address;
    private final SignedIn signedIn;

    MyHelperPages(Helpings helpings, PublicAddress address, SignedIn signedIn) {
        this.helpings = helpings;
        this.address = address;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance helpers(List<Helping> now, List<Helping> before, FormErrors errors);

        static native TemplateInstance code(Helping helping, String link, QrCode qr);
    }

    @GET
    public TemplateInstance helpers() {
        return page(FormErrors.NONE);
    }

    @POST
    @Path("/code")
    public Response makeCode(@Context HttpHeaders headers) {
        return new SubmittedForm("code", headers, this::page)
                .answer(() -> to(ADDRESS + "/code/" + helpings.makeCode(signedIn.id())));
    }

    @GET
    @Path("/code/{id:[0-9a-fA-F-]{36}}")
    public Response code(UUID id, @Context HttpHeaders headers, @Context UriInfo requested) {
        Helping helping = helpings.ofTrainee(signedIn.id(), id);
        if (helping.helps()) {
            return to(ADDRESS);
        }
        String link = address.requested(requested.getBaseUri())
                .resolve("/helping/join/" + helpings.code(id))
                .toString();
        Response page = PageResponse.ok(Templates.code(helping, link, QrCode.of(link)), Language.of(headers));
        return helping.state() == State.CODE
                ? Response.fromResponse(page).header("Refresh", SECONDS).build()
                : page;
    }

    @POST
    @Path("/{id:[0-9a-fA-F-]{36}}/allow")
    public Response allow(UUID id, @Context HttpHeaders headers) {
        return new SubmittedForm("helpers", headers, this::page).answer(() -> {
            helpings.allow(signedIn.id(), id);
            return to(ADDRESS);
        });
    }

    @POST
    @Path("/{id:[0-9a-fA-F-]{36}}/end")
    public Response end(UUID id) {
        helpings.end(signedIn.id(), id);
        return to(ADDRESS);
    }

    /** Somebody sits down beside the trainee and takes over this phone. */
    @POST
    @Path("/here")
    public Response here(
            @RestForm String name,
            @RestForm String phone,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        return new SubmittedForm("here", headers, this::page).with("name", name).answer(() -> Response.seeOther(
                        URI.create("/"))
                .cookie(HelperCookies.of(
                        helpings.onSamePhone(signedIn.id(), name, phone), Helpings.SAME_PHONE_LASTS, request))
                .build());
    }

    private TemplateInstance page(FormErrors errors) {
        List<Helping> all = helpings.of(signedIn.id());
        return Templates.helpers(
                all.stream().filter(one -> one.helps() || one.asks()).toList(),
                all.stream().filter(Helping::isOver).toList(),
                errors);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
