package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.phonelost.PhoneLost;

/** A phone that does not come back. */
@Path("/api/attempts/{id}/finish-without-phone")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
class PhoneLostResource {

    private final PhoneLost phoneLost;

    PhoneLostResource(PhoneLost phoneLost) {
        this.phoneLost = phoneLost;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Make the recording of what has arrived; a phone that comes back replaces it until the hand-in")
    @APIResponse(responseCode = "202", description = "It is being made; again is the same as once")
    @APIResponse(responseCode = "409", description = "Its phone sent something a moment ago, or has sent nothing yet")
    public void finish(UUID id) {
        phoneLost.finish(id);
    }
}
