package org.tianbo.people.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.people.page.CountyResource.InvitedView;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffList;
import org.tianbo.people.staff.StaffOffice;
import org.tianbo.people.staff.StaffView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** Who works for the county, for programs. */
@Path("/api/staff")
@RolesAllowed(Roles.OFFICER)
@Produces(MediaType.APPLICATION_JSON)
class StaffResource {

    private static final String EXAMPLE =
            """
            {"login": "zhou.mentor", "name": "周老师", "role": "mentor", "mobile": "19900000042"}
            """;

    private static final String COORDINATOR =
            """
            {"login": "li.villages", "name": "李协调员", "role": "coordinator",
             "villages": ["019b2f70-11aa-7c55-8d21-6f0e3b9a7c42"]}
            """;

    private final StaffList list;
    private final StaffOffice office;
    private final SignedIn signedIn;

    StaffResource(StaffList list, StaffOffice office, SignedIn signedIn) {
        this.list = list;
        this.office = office;
        this.signedIn = signedIn;
    }

    /**
     * Somebody to be invited.
     *
     * @param villages those that a coordinator sees; left out for the whole county
     */
    record StaffInvitation(String login, String name, String role, String mobile, String email, Set<UUID> villages) {

        Invitation invitation() {
            return new Invitation(
                    login, name, mobile, email, role, villages == null ? Villages.ALL : Villages.only(villages));
        }
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
    @Operation(summary = "Who works for the county, and when they last signed in")
    public RestResponse<List<StaffView>> staff(
            @QueryParam("ended") boolean ended,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit,
            @Context UriInfo address) {
        Page<StaffView, UUID> page = list.page(ended, Optional.ofNullable(after), limit);
        RestResponse.ResponseBuilder<List<StaffView>> answer = RestResponse.ResponseBuilder.ok(page.rows());
        page.next()
                .ifPresent(last -> answer.link(
                        address.getRequestUriBuilder()
                                .replaceQueryParam("after", last)
                                .build(),
                        "next"));
        return answer.build();
    }

    @POST
    @FreshSignIn
    @BodyLimit(262_144)
    @Operation(
            summary = "Invite a mentor, a coordinator, an officer or an auditor",
            description = "The answer holds the password of the first sign-in, at which another is chosen and the "
                    + "second factor set up. It is told once.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "mentor", value = EXAMPLE),
                                @ExampleObject(name = "coordinator", value = COORDINATOR)
                            }))
    @APIResponse(responseCode = "201", description = "Invited")
    @APIResponse(responseCode = "422", description = "`errors` lists what does not fit, a login in use included")
    public RestResponse<InvitedView> invite(@NotNull StaffInvitation form) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, InvitedView.of(office.invite(form.invitation(), signedIn.id())))
                .header("Cache-Control", "no-store")
                .build();
    }
}
