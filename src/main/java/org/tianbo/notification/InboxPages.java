package org.tianbo.notification;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.tianbo.platform.security.SignedIn;

/** The inbox is shown on home; here a message is put away. */
@Path("/inbox")
@Authenticated
class InboxPages {

    private final StoredInbox inbox;
    private final SignedIn signedIn;

    InboxPages(StoredInbox inbox, SignedIn signedIn) {
        this.inbox = inbox;
        this.signedIn = signedIn;
    }

    /** Whoever helps reads the person's messages with them; putting them away is the person's alone. */
    @POST
    @Path("/{id:[0-9a-fA-F-]{36}}/seen")
    public Response seen(UUID id) {
        if (!signedIn.isHelping()) {
            inbox.seen(signedIn.id(), id);
        }
        return Response.seeOther(URI.create("/")).build();
    }
}
