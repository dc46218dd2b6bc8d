package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.lookback.OwnAttempts;

/** Which own attempts stand in the list. */
@Path("/api/attempts/{id}/hidden")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class HiddenResource {

    private final OwnAttempts attempts;

    HiddenResource(OwnAttempts attempts) {
        this.attempts = attempts;
    }

    @PUT
    @Operation(summary = "Hide it from the own list; nothing is deleted")
    @APIResponse(responseCode = "204", description = "It is hidden, now or since before")
    @APIResponse(responseCode = "404", description = "There is no such attempt, or it is another's")
    public void hide(UUID id) {
        attempts.hide(id);
    }

    @DELETE
    @Operation(summary = "Have it in the own list again")
    @APIResponse(responseCode = "204", description = "It is in the list, now or since before")
    public void showAgain(UUID id) {
        attempts.showAgain(id);
    }
}
