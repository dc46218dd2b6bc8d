package org.tianbo.practice.page.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.live.LiveHost;

/** What the host's camera page is told of a live, and does with its viewers. */
@Path("/api/attempts/{id}/live")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class LiveHostResource {

    private final LiveHost host;

    LiveHostResource(LiveHost host) {
        this.host = host;
    }

    @GET
    @Path("/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "What viewers say and mentors whisper, by server-sent events")
    @APIResponse(responseCode = "404", description = "Nobody was invited")
    public Multi<OutboundSseEvent> events(UUID id, @HeaderParam("Last-Event-ID") Long after, @Context Sse sse) {
        return host.events(id, Optional.ofNullable(after)).map(event -> WatchResource.sent(event, sse));
    }

    record Step(@NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String ref) {}

    @PUT
    @Path("/step")
    @BodyLimit(1024)
    @Operation(summary = "Say which step of the run of show the host is at, for viewers who come late")
    public void step(UUID id, @NotNull @Valid Step step) {
        host.step(id, step.ref());
    }

    record Product(@NotNull @Min(1) @Max(20) Integer number) {}

    @PUT
    @Path("/product")
    @BodyLimit(1024)
    @Operation(summary = "Say which product of the plan the host speaks of, for viewers who come late")
    public void product(UUID id, @NotNull @Valid Product product) {
        host.product(id, product.number());
    }

    @DELETE
    @Path("/comments/{number:\\d{1,15}}")
    @Operation(summary = "Take a comment from all pages")
    @APIResponse(responseCode = "204", description = "It is gone within a second")
    public void removeComment(UUID id, long number) {
        host.removeComment(id, number);
    }

    @DELETE
    @Path("/viewers/{viewer:[0-9a-fA-F-]{36}}")
    @Operation(summary = "Send a viewer away")
    @APIResponse(responseCode = "204", description = "Their page shows nothing more")
    public void removeViewer(UUID id, UUID viewer) {
        host.removeViewer(id, viewer);
    }
}
