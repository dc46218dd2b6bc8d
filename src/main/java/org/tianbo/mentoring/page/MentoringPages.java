package org.tianbo.mentoring.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.mentoring.review.Mentoring;
import org.tianbo.mentoring.review.QueueLine;
import org.tianbo.mentoring.review.ReviewUnknown;
import org.tianbo.mentoring.review.ReviewView;
import org.tianbo.mentoring.review.SentReview;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The mentor's desk: the queue, and one review at a time. */
@Path("/mentoring")
class MentoringPages {

    private final Mentoring mentoring;
    private final GradingPageAssembler assembler;
    private final SignedIn signedIn;

    MentoringPages(Mentoring mentoring, GradingPageAssembler assembler, SignedIn signedIn) {
        this.mentoring = mentoring;
        this.assembler = assembler;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /** @param sent null when nothing can be taken back */
        static native TemplateInstance queue(List<QueueLine> queue, List<ReviewSummary> published, SentReview sent);

        /** @param sent null when nothing can be taken back */
        static native TemplateInstance grading(GradingView review, SentReview sent);
    }

    /** @param sent the review that has just been published */
    @GET
    @RolesAllowed(Roles.MENTOR)
    public TemplateInstance queue(@QueryParam("sent") Optional<String> sent) {
        return Templates.queue(mentoring.queueOf(signedIn.id()), mentoring.publishedBy(signedIn.id()), undoable(sent));
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

    @POST
    @Path("{review}/undo")
    @RolesAllowed(Roles.MENTOR)
    public RestResponse<Void> undo(UUID review) {
        mentoring.undo(signedIn.id(), review);
        return RestResponse.seeOther(URI.create("/mentoring/" + review));
    }

    @POST
    @Path("{review}/give-back")
    @RolesAllowed(Roles.MENTOR)
    public RestResponse<Void> giveBack(UUID review) {
        mentoring.giveBack(signedIn.id(), review);
        return RestResponse.seeOther(URI.create("/mentoring"));
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
    public TemplateInstance grading(
            UUID review, @QueryParam("sent") Optional<String> sent, @Context HttpHeaders headers) {
        ReviewView found =
                Staff.is(signedIn) ? mentoring.review(review) : mentoring.reviewForMentor(signedIn.id(), review);
        return Templates.grading(
                assembler.assemble(found, signedIn.id(), Language.of(headers)),
                mentoring.undoable(signedIn.id(), review).orElseGet(() -> undoable(sent)));
    }

    private SentReview undoable(Optional<String> sent) {
        return sent.flatMap(Ids::parse)
                .flatMap(review -> mentoring.undoable(signedIn.id(), review))
                .orElse(null);
    }
}
