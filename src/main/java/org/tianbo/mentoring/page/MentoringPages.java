package org.tianbo.mentoring.page;

import io.quarkus.arc.All;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.mentoring.review.Mentoring;
import org.tianbo.mentoring.review.QueueLine;
import org.tianbo.mentoring.review.QueuePosition;
import org.tianbo.mentoring.review.ReviewUnknown;
import org.tianbo.mentoring.review.ReviewView;
import org.tianbo.mentoring.review.SentReview;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.waiting.MentorsWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingTexts;
import org.tianbo.platform.web.Language;

/** The mentor's desk: the queue, and one review at a time. */
@Path("/mentoring")
class MentoringPages {

    private static final int PAGE = 50;

    private final Mentoring mentoring;
    private final GradingPageAssembler assembler;
    private final List<MentorsWork> others;
    private final PersonalLooks looks;
    private final SignedIn signedIn;

    MentoringPages(
            Mentoring mentoring,
            GradingPageAssembler assembler,
            @All List<MentorsWork> others,
            PersonalLooks looks,
            SignedIn signedIn) {
        this.mentoring = mentoring;
        this.assembler = assembler;
        this.others = others;
        this.looks = looks;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /**
         * @param waiting how many wait, on all pages
         * @param next the address of the next page, empty on the last
         * @param sent null when nothing can be taken back
         * @param others what waits for the mentor besides
         */
        static native TemplateInstance queue(
                int waiting,
                List<QueueLine> queue,
                String next,
                List<ReviewSummary> published,
                SentReview sent,
                List<OtherWork> others);

        /** @param sent null when nothing can be taken back */
        static native TemplateInstance grading(GradingView review, SentReview sent);
    }

    /** Work that is no review: so many, what they are to be read behind the number, and what to do about them. */
    record OtherWork(long count, String words, String action, String address) {

        static OtherWork of(Waiting waiting, WaitingTexts texts) {
            return new OtherWork(waiting.count(), texts.what(waiting), texts.action(waiting), waiting.address());
        }
    }

    /**
     * @param sent the review that has just been published
     * @param after the last one of the page before
     * @param due when that one is due
     */
    @GET
    @RolesAllowed(Roles.MENTOR)
    public TemplateInstance queue(
            @QueryParam("sent") Optional<String> sent,
            @QueryParam("after") UUID after,
            @QueryParam("due") Instant due,
            @Context HttpHeaders headers) {
        UUID mentor = signedIn.id();
        Page<QueueLine, QueuePosition> page = mentoring.queueOf(
                mentor,
                after == null || due == null ? Optional.empty() : Optional.of(new QueuePosition(due, after)),
                PAGE);
        String next = page.next()
                .map(last -> "/mentoring?after=" + last.review() + "&due=" + last.dueAt())
                .orElse("");
        WaitingTexts texts = new WaitingTexts(Language.of(headers));
        return Templates.queue(
                mentoring.waitingFor(mentor),
                page.rows(),
                next,
                mentoring.publishedBy(mentor),
                undoable(sent),
                others.stream()
                        .flatMap(feature -> feature.waitingFor(mentor).stream())
                        .map(waiting -> OtherWork.of(waiting, texts))
                        .toList());
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
        looks.note(PersonalLooks.What.PRACTICE, List.of(found.trainee().id()));
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
