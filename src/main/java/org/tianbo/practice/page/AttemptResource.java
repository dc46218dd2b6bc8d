package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.data.ContentDigest;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.attempt.Recorder;
import org.tianbo.practice.lifecycle.AttemptLifecycle;
import org.tianbo.practice.lookback.AttemptStatus;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.preparation.Bookings;
import org.tianbo.practice.upload.ChunkRepository.Place;
import org.tianbo.practice.upload.Finish;
import org.tianbo.practice.upload.StoredTake;
import org.tianbo.practice.upload.Uploads;

/** Attempts, their chunks and what becomes of them. */
@Path("/api/attempts/{id}")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class AttemptResource {

    /** A phone's name for itself, made anew for each attempt. */
    static final String RECORDER = "Tianbo-Recorder";

    private static final String ANY_TYPE = "application/octet-stream";

    private final AttemptLifecycle lifecycle;
    private final Bookings bookings;
    private final Uploads uploads;

    AttemptResource(AttemptLifecycle lifecycle, Bookings bookings, Uploads uploads) {
        this.lifecycle = lifecycle;
        this.bookings = bookings;
        this.uploads = uploads;
    }

    @PUT
    @BodyLimit(64 * 1024)
    @Operation(summary = "Make an attempt under an id the caller chose")
    @APIResponse(responseCode = "201", description = "It is made")
    @APIResponse(responseCode = "200", description = "It was made before, with the same plan")
    @APIResponse(responseCode = "409", description = "It was made before, with another plan")
    public RestResponse<AttemptStatus> make(UUID id, @NotNull @Valid Plan plan) {
        boolean made = lifecycle.make(id, plan);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK, lifecycle.status(id));
    }

    @GET
    @Path("/plan")
    @Operation(summary = "What was planned, so that it can be begun on another phone")
    @APIResponse(responseCode = "409", description = "A phone has begun it")
    public Plan plan(UUID id) {
        return lifecycle.plan(id);
    }

    record Booking(@NotNull Instant at) {}

    @PUT
    @Path("/booking")
    @BodyLimit(1024)
    @Operation(summary = "Say when it is to be rehearsed, or move it to another time")
    @APIResponse(responseCode = "200", description = "It is booked for then; the inbox reminds a little before")
    @APIResponse(responseCode = "409", description = "Something of it was recorded already")
    @APIResponse(responseCode = "422", description = "More than 60 days from now")
    public AttemptStatus book(UUID id, @NotNull @Valid Booking booking) {
        return bookings.book(id, booking.at());
    }

    @GET
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @Operation(summary = "State, length, gaps, readings and links of an attempt")
    public AttemptStatus attempt(UUID id) {
        return lifecycle.status(id);
    }

    @PUT
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
    @Path("/takes/{take:\\d{1,4}}/chunks/{seq:\\d{1,6}}")
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(Uploads.LARGEST_CHUNK)
    @Operation(summary = "Send one chunk of a take, in any order and as often as it takes")
    @APIResponse(responseCode = "201", description = "It is on the disk")
    @APIResponse(responseCode = "200", description = "The very same was on the disk already")
    @APIResponse(
            responseCode = "409",
            description = "There are other bytes at that number, or another device records it; nothing was changed")
    @APIResponse(responseCode = "410", description = "The attempt is finished")
    @APIResponse(responseCode = "422", description = "The bytes do not match their digest; nothing was kept")
    @APIResponse(responseCode = "507", description = "There is no room; come again later")
    public RestResponse<Void> chunk(
            UUID id,
            int take,
            int seq,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(RECORDER) UUID recorder,
            @Context HttpHeaders headers,
            InputStream bytes) {
        String sha256 = ContentDigest.sha256(headers.getRequestHeader("Content-Digest"));
        boolean made = uploads.receive(
                Recorder.phone(recorder), new Place(id, take, seq), type == null ? ANY_TYPE : type, sha256, bytes);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }

    @GET
    @Path("/takes")
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @Operation(summary = "What is safe, so that a client resumes")
    @APIResponse(responseCode = "409", description = "Another device than the one that asks records it")
    public List<StoredTake> takes(UUID id, @HeaderParam(RECORDER) UUID recorder) {
        return uploads.safe(id, Optional.ofNullable(recorder).map(Recorder::phone));
    }

    @POST
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
    @Path("/finish")
    @BodyLimit(1024 * 1024)
    @ResponseStatus(202)
    @Operation(summary = "Everything was sent: make the recording")
    @APIResponse(responseCode = "202", description = "It is being made; the same finish again answers the same")
    @APIResponse(responseCode = "409", description = "Chunks are missing, as the member missing lists them")
    public AttemptStatus finish(UUID id, @NotNull @Valid Finish finish) {
        uploads.finish(id, finish);
        return lifecycle.status(id);
    }

    @POST
    @Path("/submit")
    @Operation(summary = "Hand it in; a recording that is still being made goes to the mentors when it is done")
    public AttemptStatus submit(UUID id) {
        return lifecycle.submit(id);
    }

    @POST
    @Path("/take-back")
    @Operation(summary = "Undo handing it in, as long as no mentor has begun")
    @APIResponse(responseCode = "200", description = "It is the trainee's alone again")
    @APIResponse(responseCode = "409", description = "A mentor has begun; nothing was changed")
    public AttemptStatus takeBack(UUID id) {
        return lifecycle.takeBack(id);
    }

    @DELETE
    @RolesAllowed({Roles.TRAINEE, Roles.MENTOR, Roles.COORDINATOR})
    @Operation(summary = "Delete it with all that was sent of it, until it is handed in")
    @APIResponse(responseCode = "204", description = "It is gone, now or since before")
    @APIResponse(
            responseCode = "409",
            description = "It was handed in, or another device records it; nothing was deleted")
    public void delete(UUID id, @HeaderParam(RECORDER) UUID recorder) {
        lifecycle.delete(id, Optional.ofNullable(recorder).map(Recorder::phone));
    }

    @POST
    @Path("/retry")
    @ResponseStatus(202)
    @Operation(summary = "Try once more to make the recording of an attempt that failed")
    @APIResponse(responseCode = "202", description = "It is being made")
    @APIResponse(responseCode = "409", description = "Another try would end the same, as the code says why")
    public AttemptStatus retry(UUID id) {
        return lifecycle.retry(id);
    }
}
