package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.media.VoiceNormalizer;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.lookback.OwnAttempts;
import org.tianbo.practice.lookback.SelfReviewReport;
import org.tianbo.practice.lookback.SelfReviewVoices;

/** What a host says of an own attempt. */
@Path("/api/attempts/{id}/self-review")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class SelfReviewResource {

    private static final String VOICE = "/voices/{sha256:[0-9a-f]{64}}";

    private final OwnAttempts attempts;
    private final SelfReviewVoices voices;

    SelfReviewResource(OwnAttempts attempts, SelfReviewVoices voices) {
        this.attempts = attempts;
        this.voices = voices;
    }

    @PUT
    @BodyLimit(16 * 1024)
    @Operation(summary = "Say what to keep and what to change; of two edits of a part the later counts")
    @APIResponse(responseCode = "200", description = "What holds now; the same again changes nothing")
    @APIResponse(responseCode = "404", description = "There is no such attempt, or it is another's")
    @APIResponse(responseCode = "409", description = "It refers to a voice that was not sent; nothing was changed")
    public SelfReviewReport write(UUID id, @NotNull @Valid SelfReviewReport report) {
        return attempts.review(id, report);
    }

    @PUT
    @Path(VOICE)
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(VoiceNormalizer.MOST_BYTES)
    @Operation(summary = "Send what was spoken, named by the digest of its bytes; a self-review then refers to it")
    @APIResponse(responseCode = "201", description = "It is kept")
    @APIResponse(responseCode = "200", description = "The very same was kept already")
    @APIResponse(responseCode = "422", description = "No sound, longer than a minute, or nothing is to be heard")
    @APIResponse(responseCode = "507", description = "There is no room; come again later")
    public RestResponse<Void> speak(UUID id, String sha256, InputStream bytes) {
        boolean made = voices.receive(id, sha256, bytes);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }

    @GET
    @Path(VOICE)
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR})
    @Operation(summary = "Hear what was spoken; for its host and the mentors who may see the attempt")
    @APIResponse(responseCode = "307", description = "It plays there for a while")
    @APIResponse(responseCode = "404", description = "There is no such voice, or it is not for the asker")
    public RestResponse<Void> hear(UUID id, String sha256) {
        URI link = voices.link(id, sha256);
        return RestResponse.temporaryRedirect(link);
    }
}
