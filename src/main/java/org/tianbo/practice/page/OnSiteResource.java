package org.tianbo.practice.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.practice.lifecycle.AttemptLifecycle;
import org.tianbo.practice.lookback.AttemptStatus;
import org.tianbo.practice.plan.Plan;

/** A trainee is recorded on site: their chunks then come as those of any attempt. */
@Path("/api/trainees/{trainee}/attempts/{id}")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR})
class OnSiteResource {

    private final AttemptLifecycle attempts;

    OnSiteResource(AttemptLifecycle attempts) {
        this.attempts = attempts;
    }

    @PUT
    @BodyLimit(64 * 1024)
    @Operation(summary = "Make an attempt of a trainee's, under an id the caller chose, to send a recording to it")
    @APIResponse(responseCode = "201", description = "It is made; watching it and handing it in are the trainee's")
    @APIResponse(responseCode = "200", description = "It was made before, with the same plan")
    @APIResponse(responseCode = "404", description = "The caller neither mentors this trainee nor coordinates here")
    @APIResponse(responseCode = "409", description = "It was made before, with another plan")
    public RestResponse<AttemptStatus> make(UUID trainee, UUID id, @NotNull @Valid Plan plan) {
        boolean made = attempts.makeOnSite(trainee, id, plan);
        return RestResponse.status(made ? RestResponse.Status.CREATED : RestResponse.Status.OK, attempts.status(id));
    }
}
