package org.tianbo.narration.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.media.VoiceNormalizer;
import org.tianbo.narration.voice.Place;
import org.tianbo.narration.voice.SentenceIntake;
import org.tianbo.narration.voice.TakeTime;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** What a trainer speaks of a lesson, one sentence at a time. */
@Path("/api/narrations/{language:zh|en}/{lesson}/{sentence:[0-9a-f]{16}}")
@RolesAllowed(Roles.MENTOR)
class SentenceResource {

    private static final int MOST_REPLACED = 20;

    private final SentenceIntake intake;
    private final SignedIn signedIn;

    SentenceResource(SentenceIntake intake, SignedIn signedIn) {
        this.intake = intake;
        this.signedIn = signedIn;
    }

    /** @param counts digest of the take that counts now: the one that was sent, or one that was spoken later */
    record TakeView(String counts) {}

    @PUT
    @Path("/{sha256:[0-9a-f]{64}}")
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(VoiceNormalizer.MOST_BYTES)
    @Operation(summary = "Send a take of a sentence, named by the digest of its bytes; the one spoken last counts")
    @APIResponse(responseCode = "201", description = "It is kept")
    @APIResponse(responseCode = "200", description = "The very same is here already, or one spoken later counts")
    @APIResponse(responseCode = "409", description = "The lesson has no such sentence any more")
    @APIResponse(responseCode = "422", description = "No sound, too short, over a minute, or nothing is to be heard")
    @APIResponse(responseCode = "507", description = "There is no room; come again later")
    public RestResponse<TakeView> speak(
            String language,
            String lesson,
            String sentence,
            String sha256,
            @QueryParam("at") @NotNull Instant at,
            @QueryParam("sentAt") Instant sentAt,
            @QueryParam("replaces") @Size(max = MOST_REPLACED) List<@Pattern(regexp = "[0-9a-f]{64}") String> replaces,
            InputStream bytes) {
        SentenceIntake.Received received = intake.receive(
                new Place(lesson, language),
                new SentenceIntake.Announced(sentence, sha256, signedIn.id(), new TakeTime(at, sentAt), replaces),
                bytes);
        return RestResponse.status(
                received.made() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                new TakeView(received.counts()));
    }

    @GET
    @Operation(summary = "Hear the take of a sentence; for trainers of the county")
    @APIResponse(responseCode = "307", description = "It plays there for a while")
    @APIResponse(responseCode = "404", description = "Nobody has spoken it")
    public RestResponse<Void> hear(String language, String lesson, String sentence) {
        return RestResponse.temporaryRedirect(intake.link(new Place(lesson, language), sentence));
    }
}
