package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;

/** Takes bytes from a phone that wants to know how quickly they come over, and keeps nothing of them. */
@Path("/api/network-probe")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR})
class NetworkProbeResource {

    @POST
    @BodyLimit(64 * 1024)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Take bytes and keep nothing, so that a phone can measure its network")
    @APIResponse(responseCode = "204", description = "All bytes came over")
    public void receive(byte[] bytes) {
        // That they came over is all there is to know.
    }
}
