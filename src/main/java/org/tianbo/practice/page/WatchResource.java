package org.tianbo.practice.page;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.tianbo.practice.live.LiveEvent;
import org.tianbo.practice.live.Watching;
import org.tianbo.practice.live.Watching.Link;

/** What the page of a live is told while it is open. Waits without a thread, so that hundreds may. */
@Path("/live/{county:[\\w-]{1,40}}/{token:[\\w-]{1,100}}")
@PermitAll
class WatchResource {

    private final Watching watching;

    WatchResource(Watching watching) {
        this.watching = watching;
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "What happens in a live, by server-sent events; only from its page")
    public Multi<OutboundSseEvent> events(
            String county, String token, @CookieParam(WatchPages.PASS) String pass, @Context Sse sse) {
        return watching.events(watching.admit(new Link(county, token, pass))).map(event -> sent(event, sse));
    }

    private static OutboundSseEvent sent(LiveEvent event, Sse sse) {
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
