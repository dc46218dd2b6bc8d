package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.data.ContentDigest;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.upload.LiveCopies;
import org.tianbo.practice.upload.LiveCopyRepository.Place;

/** What viewers are sent ahead of the recording, where a phone's network does not carry both. */
@Path("/api/attempts/{id}/takes/{take:\\d{1,4}}/live-copies/{copy:\\d{1,4}}")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
class LiveCopyResource {

    private static final int LONGEST_MS = 24 * 60 * 60 * 1000;

    private final LiveCopies copies;

    LiveCopyResource(LiveCopies copies) {
        this.copies = copies;
    }

    @PUT
    @Path("/chunks/{seq:\\d{1,6}}")
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(LiveCopies.LARGEST_CHUNK)
    @Operation(summary = "Send one chunk of a take's small copy for viewers; it stands for nothing in a finish")
    @APIResponse(responseCode = "201", description = "It is on the disk")
    @APIResponse(responseCode = "200", description = "The very same was on the disk already")
    @APIResponse(
            responseCode = "409",
            description = "Other bytes are there, or another device records it; nothing changed")
    @APIResponse(responseCode = "410", description = "The attempt is finished")
    @APIResponse(responseCode = "422", description = "The bytes do not match their digest; nothing was kept")
    @APIResponse(responseCode = "507", description = "There is no room")
    public RestResponse<Void> chunk(
            UUID id,
            int take,
            int copy,
            int seq,
            @QueryParam("beside") @NotNull @Min(0) @Max(99_999) Integer beside,
            @QueryParam("fromMs") @NotNull @Min(0) @Max(LONGEST_MS) Integer fromMs,
            @HeaderParam(AttemptResource.RECORDER) UUID recorder,
            @Context HttpHeaders headers,
            InputStream bytes) {
        String sha256 = ContentDigest.sha256(headers.getRequestHeader("Content-Digest"));
        boolean made =
                copies.receive(Recorder.phone(recorder), new Place(id, take, copy, seq), beside, fromMs, sha256, bytes);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }
}
