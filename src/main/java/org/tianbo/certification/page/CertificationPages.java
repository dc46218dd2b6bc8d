package org.tianbo.certification.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.certificate.Candidate;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.certificate.IssuedCertificate;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.learning.LearningProgress;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The examiner's desk: who is ready and why, who holds a certificate. */
@Path("/certification")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
@Blocking
class CertificationPages {

    private static final URI HERE = URI.create("/certification");

    private final Certification certification;
    private final LearningProgress learning;
    private final SignedIn signedIn;

    CertificationPages(Certification certification, LearningProgress learning, SignedIn signedIn) {
        this.certification = certification;
        this.learning = learning;
        this.signedIn = signedIn;
    }

    /** A form that was not taken; {@code at} is the trainee's id or the serial, empty when none was refused. */
    record Refused(String at, String sentence) {}

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance desk(
                CertificationCriteria bar,
                List<Candidate> candidates,
                Map<UUID, Long> hurried,
                List<IssuedCertificate> issued,
                boolean writes,
                Refused refused);
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance desk() {
        return page(new Refused("", ""));
    }

    @POST
    @Path("{trainee}/pass")
    @FreshSignIn
    public Response pass(@PathParam("trainee") UUID trainee, @Context HttpHeaders headers) {
        return answer(trainee.toString(), headers, () -> certification.pass(trainee, signedIn.id()));
    }

    @POST
    @Path("{serial}/revoke")
    @FreshSignIn
    @RolesAllowed(Roles.OFFICER)
    public Response revoke(@PathParam("serial") String serial, @RestForm String reason, @Context HttpHeaders headers) {
        return answer(serial, headers, () -> certification.revoke(serial, reason, signedIn.id()));
    }

    private Response answer(String at, HttpHeaders headers, Runnable work) {
        try {
            work.run();
            return Response.seeOther(HERE).build();
        } catch (CertificationRefused refused) {
            Locale locale = Language.of(headers);
            return Response.status(refused.kind() == Fault.Kind.CONFLICT ? 409 : 422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(new Refused(at, FaultTexts.of(refused.code(), locale, refused.arguments())))
                            .setLocale(locale)
                            .render())
                    .build();
        }
    }

    private TemplateInstance page(Refused refused) {
        List<Candidate> candidates = certification.candidates();
        return Templates.desk(
                certification.bar(),
                candidates,
                learning.hurried(candidates.stream()
                        .map(candidate -> candidate.trainee().id())
                        .toList()),
                certification.issued(),
                signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER),
                refused);
    }
}
