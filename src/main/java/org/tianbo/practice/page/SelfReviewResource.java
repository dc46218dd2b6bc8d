package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.lookback.OwnAttempts;
import org.tianbo.practice.lookback.SelfReviewReport;

/** What a host says of an own attempt. */
@Path("/api/attempts/{id}/self-review")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class SelfReviewResource {

    private final OwnAttempts attempts;

    SelfReviewResource(OwnAttempts attempts) {
        this.attempts = attempts;
    }

    @PUT
    @BodyLimit(16 * 1024)
    @Operation(summary = "Say what to keep and what to change; of two edits of a part the later counts")
    @APIResponse(responseCode = "200", description = "What holds now; the same again changes nothing")
    @APIResponse(responseCode = "404", description = "There is no such attempt, or it is another's")
    public SelfReviewReport write(UUID id, @NotNull @Valid SelfReviewReport report) {
        return attempts.review(id, report);
    }
}
