package org.tianbo.film.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.film.Film;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmTable;
import org.tianbo.film.upload.FilmUploads;
import org.tianbo.platform.data.ContentDigest;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;

/** How a video of a lesson comes in: announced, sent in chunks of one size, finished. */
@Path("/api/videos/{id}")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER})
class VideoResource {

    private final FilmUploads uploads;
    private final FilmTable films;

    VideoResource(FilmUploads uploads, FilmTable films) {
        this.uploads = uploads;
        this.films = films;
    }

    /** @param lesson its slug @param bytes of the whole file */
    record Announced(@NotNull @Size(max = 100) String lesson, @NotNull Long bytes) {}

    /**
     * What is here of a video.
     *
     * @param chunkBytes of each chunk but the last
     * @param safe numbers of the chunks that are on the disk, as ranges
     * @param state uploading, making, ready or failed
     * @param copiesMade of those that are being made
     */
    record Status(int chunkBytes, int chunks, List<int[]> safe, String state, int copiesMade) {}

    @PUT
    @BodyLimit(1024)
    @Operation(summary = "Announce a video under an id the caller chose")
    @APIResponse(responseCode = "201", description = "Its chunks are awaited")
    @APIResponse(responseCode = "200", description = "It was announced before; safe says what is here")
    @APIResponse(responseCode = "409", description = "The id names another file")
    @APIResponse(responseCode = "413", description = "It is too large; nothing needs to be sent")
    @APIResponse(responseCode = "507", description = "The county's videos take all the room they may")
    public RestResponse<Status> announce(UUID id, @NotNull @Valid Announced announced) {
        boolean made = uploads.announce(id, announced.lesson(), announced.bytes());
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK, status(id));
    }

    @GET
    @Operation(summary = "What is safe and what has become of it")
    public Status status(UUID id) {
        Film film = films.find(id).orElseThrow(FilmRefused::unknown);
        return new Status(
                Film.CHUNK, film.chunks(), uploads.safe(id), film.state().wire(), film.copiesMade());
    }

    @PUT
    @Path("/chunks/{seq:\\d{1,6}}")
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(Film.CHUNK)
    @Operation(summary = "Send one chunk, in any order and as often as it takes")
    @APIResponse(responseCode = "201", description = "It is on the disk")
    @APIResponse(responseCode = "200", description = "The very same was on the disk already")
    @APIResponse(responseCode = "409", description = "There are other bytes at that number; nothing was changed")
    @APIResponse(responseCode = "410", description = "All of it is here")
    @APIResponse(responseCode = "422", description = "The bytes do not match their digest, or are of no video")
    @APIResponse(responseCode = "507", description = "There is no room; come again later")
    public RestResponse<Void> chunk(UUID id, int seq, @Context HttpHeaders headers, InputStream bytes) {
        String sha256 = ContentDigest.sha256(headers.getRequestHeader("Content-Digest"));
        boolean made = uploads.receive(id, seq, sha256, bytes);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }

    @POST
    @Path("/finish")
    @BodyLimit(1024)
    @ResponseStatus(202)
    @Operation(summary = "Everything was sent: make the copies")
    @APIResponse(responseCode = "202", description = "They are being made; the same again answers the same")
    @APIResponse(responseCode = "409", description = "Chunks are missing, as the member missing lists them")
    public Status finish(UUID id) {
        uploads.finish(id);
        return status(id);
    }
}
