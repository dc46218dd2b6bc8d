package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.SatisfactionAsked;
import org.tianbo.cohort.outcome.Face;
import org.tianbo.cohort.outcome.Satisfaction;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** A trainee says how it goes: one of three faces and a sentence. The phone keeps the page for no network. */
@Path("/my-say")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class SayPages {

    private final SatisfactionAsked asked;
    private final Satisfaction satisfaction;
    private final SignedIn signedIn;
    private final Clock clock;

    SayPages(SatisfactionAsked asked, Satisfaction satisfaction, SignedIn signedIn, Clock clock) {
        this.asked = asked;
        this.satisfaction = satisfaction;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        /** @param asked empty where nothing is asked, or it is answered */
        static native TemplateInstance say(
                Optional<SatisfactionAsked.Asked> asked, List<Face> faces, UUID id, FormErrors errors);
    }

    @GET
    public TemplateInstance say() {
        return page(Ids.next(), FormErrors.NONE);
    }

    /** Where the page's script does not run. @param id named by the page; sent again it changes nothing */
    @POST
    public Response said(
            @RestForm UUID id,
            @RestForm UUID cohort,
            @RestForm int round,
            @RestForm String face,
            @RestForm String words,
            @Context HttpHeaders headers) {
        UUID name = id == null ? Ids.next() : id;
        return new SubmittedForm("say", headers, errors -> page(name, errors))
                .with("words", words)
                .answer(() -> {
                    if (cohort == null) {
                        throw CohortRefused.because("face", "cohort.face-missing");
                    }
                    satisfaction.keep(new Satisfaction.Answer(
                            name, cohort, signedIn.id(), round, Face.of(face).orElse(null), words, clock.instant()));
                    return Response.seeOther(URI.create("/my-say")).build();
                });
    }

    private TemplateInstance page(UUID id, FormErrors errors) {
        return Templates.say(asked.of(signedIn.id()), List.of(Face.values()), id, errors);
    }
}
