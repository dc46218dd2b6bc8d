package org.tianbo.people.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.people.opening.CountyOpening;
import org.tianbo.people.opening.CountyOpening.Opened;
import org.tianbo.people.opening.NewCounty;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;

/** Counties, opened by the operator's programs. */
@Path("/api/counties")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
class CountyResource {

    private static final String EXAMPLE =
            """
            {"id": "fengcheng", "code": "360981", "nameZh": "丰城市", "nameEn": "Fengcheng",
             "officer": {"login": "wang.officer", "name": "王干事", "mobile": "19900000041", "email": "wang@example.org"}}
            """;

    private static final String ANSWER =
            """
            {"id": "fengcheng", "officer": {"id": "019b2f70-11aa-7c55-8d21-6f0e3b9a7c42", "login": "wang.officer",
             "firstPassword": "k7mwp-x3vbn-hq9ts"}}
            """;

    private final CountyOpening opening;

    CountyResource(CountyOpening opening) {
        this.opening = opening;
    }

    /** Who is the county's first officer; mobile and e-mail may be left out. */
    record OfficerForm(String login, String name, String mobile, String email) {}

    /** A county to be opened. */
    record CountyForm(String id, String code, String nameZh, String nameEn, @NotNull OfficerForm officer) {}

    /** Somebody invited; {@code firstPassword} is told once only. */
    record InvitedView(UUID id, String login, @JsonInclude(JsonInclude.Include.NON_EMPTY) String firstPassword) {

        static InvitedView of(Invited invited) {
            return new InvitedView(invited.person(), invited.login(), invited.password());
        }
    }

    /** A county that is open. */
    record OpenedView(String id, InvitedView officer) {}

    @POST
    @FreshSignIn
    @BodyLimit(16_384)
    @Operation(
            summary = "Open a county with its first officer",
            description = "Again with the same body answers 200 and changes nothing; the officer's password of the "
                    + "first sign-in is told the first time only.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "fengcheng", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(examples = @ExampleObject(name = "opened", value = ANSWER)))
    @APIResponse(responseCode = "200", description = "It was open already")
    @APIResponse(responseCode = "409", description = "Another county has the id or the code")
    @APIResponse(responseCode = "422", description = "`errors` lists what does not fit")
    public RestResponse<OpenedView> open(@NotNull CountyForm form) {
        OfficerForm officer = form.officer();
        Opened opened = opening.open(
                new NewCounty(form.id(), form.code(), form.nameZh(), form.nameEn()),
                Invitation.officer(officer.login(), officer.name(), officer.mobile(), officer.email()));
        return RestResponse.ResponseBuilder.create(
                        opened.added() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        new OpenedView(opened.county(), InvitedView.of(opened.officer())))
                .header("Cache-Control", "no-store")
                .build();
    }
}
