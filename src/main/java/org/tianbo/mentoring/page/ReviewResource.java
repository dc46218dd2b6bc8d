package org.tianbo.mentoring.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.mentoring.draft.Draft;
import org.tianbo.mentoring.review.Mentoring;
import org.tianbo.mentoring.review.ReviewView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** Reviews for programs. The {@code ETag} of each answer goes into the {@code If-Match} of the next save. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReviewResource {

    private static final String DRAFT_EXAMPLE =
            """
            {"marks": {"opening": 4, "explanation": 3},
             "compliance": {"broken": false},
             "moments": [{"id": "0199aa10-7c1e-7b6a-9d55-6d2f0c7f1a01", "fromMs": 66000, "toMs": 90000,
               "criterion": "explanation", "kind": "change", "words": "先报重量和价钱，再讲怎么做。"}],
             "keep": [], "change": null}""";

    private final Mentoring mentoring;
    private final SignedIn signedIn;

    ReviewResource(Mentoring mentoring, SignedIn signedIn) {
        this.mentoring = mentoring;
        this.signedIn = signedIn;
    }

    /** @param attempt the one wanted; null for the oldest due */
    record ClaimForm(UUID attempt) {}

    @POST
    @Path("claim")
    @RolesAllowed(Roles.MENTOR)
    @BodyLimit(4_096)
    @Operation(
            summary = "Lease what you have begun, else the oldest due; with an attempt: that one, or renew its lease")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "next", value = "{}")))
    @APIResponse(responseCode = "200", description = "Yours until leaseUntil")
    @APIResponse(responseCode = "204", description = "Nothing waits")
    @APIResponse(responseCode = "409", description = "Another mentor holds it, or it is published")
    public RestResponse<ReviewView> claim(ClaimForm form) {
        if (form != null && form.attempt() != null) {
            return tagged(mentoring.claim(signedIn.id(), form.attempt()));
        }
        return mentoring.claimNext(signedIn.id()).map(ReviewResource::tagged).orElseGet(RestResponse::noContent);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    @Operation(summary = "A review with its draft, as it stands")
    public RestResponse<ReviewView> review(UUID id) {
        return tagged(Staff.is(signedIn) ? mentoring.review(id) : mentoring.reviewForMentor(signedIn.id(), id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MENTOR)
    @BodyLimit(262_144)
    @Operation(summary = "Save the draft, however unfinished; renews the lease")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "half done", value = DRAFT_EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Saved; the new version in ETag")
    @APIResponse(responseCode = "409", description = "The lease is another's, or it is published")
    @APIResponse(responseCode = "412", description = "Somebody was faster: `current` is what stands now")
    @APIResponse(responseCode = "422", description = "Unknown criterion, a place outside the recording, …")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<ReviewView> save(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull Draft draft) {
        long knownVersion = knownVersion(ifMatch).orElseThrow(IfMatchRequired::new);
        return tagged(mentoring.save(signedIn.id(), id, knownVersion, draft));
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed(Roles.MENTOR)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Publish; with If-Match only what was seen. Until undoableUntil it can be taken back, then the "
                    + "trainee is told")
    @APIResponse(responseCode = "200", description = "Published")
    @APIResponse(responseCode = "409", description = "Published before, or the lease is another's")
    @APIResponse(responseCode = "422", description = "`errors` lists what is missing")
    public RestResponse<ReviewView> publish(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(mentoring.publish(signedIn.id(), id, knownVersion(ifMatch)));
    }

    @POST
    @Path("{id}/undo")
    @RolesAllowed(Roles.MENTOR)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take a published review back before the trainee sees it; it is leased to you again")
    @APIResponse(responseCode = "200", description = "Back, with the draft as it was")
    @APIResponse(responseCode = "409", description = "It is not published, or it has gone out")
    public RestResponse<ReviewView> undo(UUID id) {
        return tagged(mentoring.undo(signedIn.id(), id));
    }

    @POST
    @Path("{id}/give-back")
    @RolesAllowed(Roles.MENTOR)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Free the lease at once; the draft stays for whoever takes the review next")
    @APIResponse(responseCode = "200", description = "It waits again")
    @APIResponse(responseCode = "409", description = "The lease is another's, or it is published")
    public RestResponse<ReviewView> giveBack(UUID id) {
        return tagged(mentoring.giveBack(signedIn.id(), id));
    }

    /** A tag that none of ours could be fits no version. */
    private static Optional<Long> knownVersion(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.empty();
        }
        String tag = ifMatch.strip().replace("\"", "");
        return Optional.of(tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1L);
    }

    private static RestResponse<ReviewView> tagged(ReviewView review) {
        return RestResponse.ResponseBuilder.ok(review)
                .tag(new EntityTag(Long.toString(review.version())))
                .build();
    }
}
