package org.tianbo.mentoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** The mentor's desk: the queue, and one review at a time. */
@Path("/mentoring")
class MentoringPages {

    private final Mentoring mentoring;
    private final Desk desk;
    private final SignedIn signedIn;

    MentoringPages(Mentoring mentoring, Desk desk, SignedIn signedIn) {
        this.mentoring = mentoring;
        this.desk = desk;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(List<QueueLine> queue, List<ReviewSummary> published, boolean sent);

        static native TemplateInstance grading(GradingView review);
    }

    /** @param sent the last review has just been published and nothing more waits */
    @GET
    @RolesAllowed(Roles.MENTOR)
    public TemplateInstance queue(@RestQuery Optional<String> sent) {
        return Templates.queue(
                mentoring.queueOf(signedIn.id()), mentoring.publishedBy(signedIn.id()), sent.isPresent());
    }

    /** @param attempt the one wanted; absent for the oldest due */
    @POST
    @Path("next")
    @RolesAllowed(Roles.MENTOR)
    public RestResponse<Void> next(@RestForm Optional<UUID> attempt) {
        Optional<ReviewView> claimed = attempt.isPresent()
                ? Optional.of(mentoring.claim(signedIn.id(), attempt.get()))
                : mentoring.claimNext(signedIn.id());
        return RestResponse.seeOther(
                URI.create(claimed.map(review -> "/mentoring/" + review.id()).orElse("/mentoring")));
    }

    /** Where an attempt that was handed in can be seen: on the page of its review. */
    @GET
    @Path("attempts/{attempt}")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public RestResponse<Void> attempt(UUID attempt) {
        UUID review = mentoring.reviewOf(attempt).orElseThrow(ReviewUnknown::new);
        return RestResponse.seeOther(URI.create("/mentoring/" + review));
    }

    @GET
    @Path("{review}")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance grading(UUID review, @Context HttpHeaders headers) {
        ReviewView found =
                Staff.is(signedIn) ? mentoring.review(review) : mentoring.reviewForMentor(signedIn.id(), review);
        return Templates.grading(
                desk.lay(found, signedIn.id(), headers.getAcceptableLanguages().get(0)));
    }
}
