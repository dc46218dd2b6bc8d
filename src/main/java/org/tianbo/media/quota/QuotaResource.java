package org.tianbo.media.quota;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.media.QuotaState;
import org.tianbo.media.QuotaState.StorageAmounts;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/**
 * What people and counties may keep: seen by themselves and their officers, changed by an admin, every change with who
 * and why.
 */
@Path("/api/quotas")
class QuotaResource {

    private final Quotas quotas;
    private final SignedIn signedIn;

    QuotaResource(Quotas quotas, SignedIn signedIn) {
        this.quotas = quotas;
        this.signedIn = signedIn;
    }

    /** @param changes the latest first, at most fifty */
    record View(StorageAmounts limits, StorageAmounts used, List<Quotas.Change> changes) {}

    @GET
    @Path("/me")
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER})
    @Operation(summary = "What the signed-in trainee may keep and does keep")
    public QuotaState mine() {
        return quotas.of(signedIn.id());
    }

    @GET
    @Path("/{county:[a-z][a-z0-9-]*}")
    @RolesAllowed({Roles.ADMIN, Roles.OFFICER})
    @Transactional
    @Operation(summary = "What a county may keep as a whole, and does")
    @APIResponse(responseCode = "404", description = "There is no such county, or it is not the asker's")
    public View ofCounty(String county) {
        quotas.requireKnown(visible(county), null);
        return view(quotas.ofCounty(county), county, null);
    }

    @PUT
    @Path("/{county:[a-z][a-z0-9-]*}")
    @RolesAllowed(Roles.ADMIN)
    @BodyLimit(4_096)
    @Transactional
    @Operation(summary = "Change what a county may keep as a whole; takes effect at once")
    public View changeCounty(String county, @NotNull @Valid StorageLimits limits) {
        quotas.change(county, null, limits, signedIn.id());
        return view(quotas.ofCounty(county), county, null);
    }

    @GET
    @Path("/{county:[a-z][a-z0-9-]*}/people/{person}")
    @RolesAllowed({Roles.ADMIN, Roles.OFFICER})
    @Transactional
    @Operation(summary = "What a person may keep, and does")
    public View ofPerson(String county, UUID person) {
        quotas.requireKnown(visible(county), person);
        return view(quotas.ofPerson(county, person), county, person);
    }

    @PUT
    @Path("/{county:[a-z][a-z0-9-]*}/people/{person}")
    @RolesAllowed(Roles.ADMIN)
    @BodyLimit(4_096)
    @Transactional
    @Operation(summary = "Change what a person may keep; takes effect at once")
    public View changePerson(String county, UUID person, @NotNull @Valid StorageLimits limits) {
        quotas.change(county, person, limits, signedIn.id());
        return view(quotas.ofPerson(county, person), county, person);
    }

    /**
     * The list of counties is no county's secret, so row-level security does not hide it; another's is not there all
     * the same.
     */
    private String visible(String county) {
        return signedIn.is(Roles.ADMIN) || county.equals(signedIn.county()) ? county : "";
    }

    private View view(QuotaState state, String county, UUID person) {
        return new View(state.limits(), state.used(), quotas.changes(county, person));
    }
}
