package org.tianbo.cohort.page.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.joining.Joining;
import org.tianbo.people.PersonDetails;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.web.ClientAddress;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** Whoever scans a class's poster: four things to fill in, one button, and a promise that somebody will call. */
@Path("/join/{county}/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class JoinPages {

    private final Joining joining;

    JoinPages(Joining joining) {
        this.joining = joining;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance join(
                Joining.Invitation invitation, String county, String path, UUID request, FormErrors errors);

        static native TemplateInstance sent(String className);
    }

    @GET
    public TemplateInstance join(String county, String token, @Context HttpHeaders headers) {
        return page(county, token, Ids.next(), headers, FormErrors.NONE);
    }

    /** @param request names it: a form sent twice asks once */
    @POST
    public Response ask(
            String county,
            String token,
            @RestForm String request,
            @RestForm String name,
            @RestForm String phone,
            @RestForm String village,
            @RestForm String consent,
            @Context HttpHeaders headers,
            @Context HttpServerRequest sent) {
        UUID id = Ids.parse(Objects.toString(request, "")).orElseGet(Ids::next);
        return new SubmittedForm("join", headers, errors -> page(county, token, id, headers, errors))
                .with("name", name)
                .with("phone", phone)
                .with("village", village)
                .with("consent", consent)
                .answer(() -> {
                    PersonDetails typed = new PersonDetails(
                            Objects.toString(name, ""),
                            Objects.toString(phone, ""),
                            Ids.parse(Objects.toString(village, "")),
                            "",
                            "",
                            "");
                    joining.ask(county, token, id, typed, consent != null, ClientAddress.network(sent));
                    return Response.seeOther(URI.create("/join/" + county + "/" + token + "/sent"))
                            .build();
                });
    }

    @GET
    @Path("sent")
    public TemplateInstance sent(String county, String token) {
        return Templates.sent(joining.look(county, token).className());
    }

    private TemplateInstance page(String county, String token, UUID request, HttpHeaders headers, FormErrors errors) {
        Joining.Invitation invitation = joining.look(county, token);
        boolean english = "en".equals(Language.of(headers).getLanguage());
        return Templates.join(
                invitation,
                english ? invitation.county().nameEn() : invitation.county().nameZh(),
                "/join/" + county + "/" + token,
                request,
                errors);
    }
}
