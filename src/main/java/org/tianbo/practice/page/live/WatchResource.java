package org.tianbo.practice.page.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.live.LiveEvent;
import org.tianbo.practice.live.LiveMentor;
import org.tianbo.practice.live.Watching;
import org.tianbo.practice.live.Watching.Link;

/** What the page of a live is told while it is open. Waits without a thread, so that hundreds may. */
@Path("/live/{county:[\\w-]{1,40}}/{token:[\\w-]{1,100}}")
@PermitAll
class WatchResource {

    private final Watching watching;
    private final LiveMentor mentor;

    WatchResource(Watching watching, LiveMentor mentor) {
        this.watching = watching;
        this.mentor = mentor;
    }

    @GET
    @Path("/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "What happens in a live, by server-sent events; only from its page")
    public Multi<OutboundSseEvent> events(
            String county,
            String token,
            @CookieParam(WatchPages.PASS) String pass,
            @HeaderParam("Last-Event-ID") Long after,
            @Context Sse sse) {
        return watching.events(watching.admit(new Link(county, token, pass)), Optional.ofNullable(after))
                .map(event -> sent(event, sse));
    }

    record CommentForm(@NotNull @Size(max = 200) @Pattern(regexp = ".*\\S.*") String words) {}

    /** @param shown as the playlist dates what the player shows; null where it does not say */
    record MarkerForm(@NotNull @Pattern(regexp = "good|look") String meaning, Instant shown) {}

    @POST
    @Path("/comments")
    @BodyLimit(2048)
    @Operation(summary = "Say something that all viewers and the host see")
    @APIResponse(responseCode = "204", description = "It is shown within a second")
    @APIResponse(responseCode = "429", description = "That was too much at once; nothing was kept")
    public void say(
            String county, String token, @CookieParam(WatchPages.PASS) String pass, @NotNull @Valid CommentForm body) {
        watching.say(watching.admit(new Link(county, token, pass)), body.words().strip());
    }

    @POST
    @Path("/whispers")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @BodyLimit(2048)
    @Operation(summary = "Say something that the host alone sees")
    public void whisper(
            String county, String token, @CookieParam(WatchPages.PASS) String pass, @NotNull @Valid CommentForm body) {
        mentor.whisper(
                watching.admit(new Link(county, token, pass)), body.words().strip());
    }

    @POST
    @Path("/markers")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @BodyLimit(2048)
    @Operation(summary = "Mark what is shown now on the attempt's time line")
    @APIResponse(responseCode = "204", description = "It is kept, and is the attempt's when that is finished")
    @APIResponse(responseCode = "409", description = "Nothing was shown yet")
    public void mark(
            String county, String token, @CookieParam(WatchPages.PASS) String pass, @NotNull @Valid MarkerForm body) {
        mentor.mark(watching.admit(new Link(county, token, pass)), body.meaning(), Optional.ofNullable(body.shown()));
    }

    static OutboundSseEvent sent(LiveEvent event, Sse sse) {
        OutboundSseEvent.Builder sent = sse.newEventBuilder();
        if (event.isEmpty()) {
            return sent.comment("").build();
        }
        if (event.number() > 0) {
            sent.id(Long.toString(event.number()));
        }
        return sent.name(event.kind())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(event.data())
                .build();
    }
}
