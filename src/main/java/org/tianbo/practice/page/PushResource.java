package org.tianbo.practice.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.push.Pushes;
import org.tianbo.practice.upload.Uploads;

/**
 * What a media server calls: nginx's RTMP module when somebody begins to push, and an ffmpeg that it starts for each
 * segment. The key in the name is the permission; nobody is signed in.
 */
@Path("/api/pushes")
@PermitAll
@Consumes(MediaType.WILDCARD)
class PushResource {

    private static final String NAME = "/{name:[\\w.-]{1,120}}";

    private final Pushes pushes;

    PushResource(Pushes pushes) {
        this.pushes = pushes;
    }

    /** The module knows a name, not an address: it takes the header as it stands. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Somebody begins to push with the key that the form calls name")
    @APIResponse(responseCode = "302", description = "They may; the header Location is the name to hand it on under")
    @APIResponse(responseCode = "404", description = "There is no such key")
    @APIResponse(responseCode = "409", description = "Another push of it is under way, or a phone records it")
    @APIResponse(responseCode = "410", description = "The attempt is finished")
    public RestResponse<Void> publish(@RestForm String name) {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .header(HttpHeaders.LOCATION, pushes.admit(name))
                .build();
    }

    @PUT
    @Path(NAME + "/init.mp4")
    @BodyLimit(Pushes.LARGEST_INIT)
    @ResponseStatus(204)
    @Operation(summary = "What the segments that follow begin with")
    public void init(String name, InputStream bytes) {
        pushes.begin(name, bytes);
    }

    @PUT
    @Path(NAME + "/{segment:\\d{1,6}}.m4s")
    @BodyLimit(Uploads.LARGEST_CHUNK)
    @Operation(summary = "One segment of a push")
    @APIResponse(responseCode = "201", description = "It is on the disk")
    @APIResponse(responseCode = "200", description = "It was on the disk already")
    @APIResponse(responseCode = "409", description = "The push is over")
    public RestResponse<Void> segment(String name, int segment, InputStream bytes) {
        boolean made = pushes.receive(name, segment, bytes);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }

    @PUT
    @Path(NAME + "/index.m3u8")
    @BodyLimit(Pushes.LARGEST_INIT)
    @ResponseStatus(204)
    @Operation(summary = "The list of segments; its end ends the push")
    public void list(String name, InputStream bytes) {
        pushes.list(name, bytes);
    }
}
