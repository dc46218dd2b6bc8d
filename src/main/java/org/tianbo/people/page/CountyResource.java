package org.tianbo.people.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.tianbo.people.opening.OpeningRefused;
import org.tianbo.people.opening.VillagePlan;
import org.tianbo.people.opening.VillagePlan.VillageLine;
import org.tianbo.people.opening.VillageRegister;
import org.tianbo.people.opening.VillageRegister.Outcome;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.table.rows.RejectedRowView;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;

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

    private static final String VILLAGES =
            """
            {"taken": false, "rows": 2, "unchanged": 1, "added": [], "coded": 0, "renamed": [{"code": "360981100201",
             "before": "拖船镇 上坊村", "now": "拖船镇 新坊村", "people": 31}], "merged": [], "missing": [], "rejected": [],
             "confirm": "6f1d0c5a9be24b7f8a3c2d1e0f4b5a69"}
            """;

    private final CountyOpening opening;
    private final VillageRegister register;
    private final CurrentCounty county;
    private final SignedIn signedIn;

    CountyResource(CountyOpening opening, VillageRegister register, CurrentCounty county, SignedIn signedIn) {
        this.opening = opening;
        this.register = register;
        this.county = county;
        this.signedIn = signedIn;
    }

    /** A village as reports tell it. */
    record VillageLineView(String code, String town, String village, int people) {

        static VillageLineView of(VillageLine line) {
            return new VillageLineView(line.code(), line.town(), line.name(), line.people());
        }
    }

    /** A village that is called something else, or was merged: what it was, what it is now, how many live there. */
    record VillageChangeView(String code, String before, String now, int people) {}

    /**
     * What a file did, or would do.
     *
     * @param confirm what to send back where villages are renamed or merged
     */
    record VillagesView(
            boolean taken,
            int rows,
            int unchanged,
            List<VillageLineView> added,
            int coded,
            List<VillageChangeView> renamed,
            List<VillageChangeView> merged,
            List<VillageLineView> missing,
            List<RejectedRowView> rejected,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> confirm) {

        static VillagesView of(Outcome outcome, Locale locale) {
            VillagePlan plan = outcome.plan();
            return new VillagesView(
                    outcome.taken(),
                    outcome.rows(),
                    plan.unchanged(),
                    plan.added().stream().map(VillageLineView::of).toList(),
                    plan.coded().size(),
                    plan.renamed().stream()
                            .map(one -> new VillageChangeView(
                                    one.code(),
                                    one.village().text(),
                                    one.now(),
                                    one.village().people()))
                            .toList(),
                    plan.merged().stream()
                            .map(one -> new VillageChangeView(
                                    one.village().code(),
                                    one.village().text(),
                                    one.into().text(),
                                    one.village().people()))
                            .toList(),
                    plan.missing().stream().map(VillageLineView::of).toList(),
                    outcome.rejected().stream()
                            .map(row -> RejectedRowView.of(row, locale))
                            .toList(),
                    plan.isToBeConfirmed() ? Optional.of(plan.confirmation()) : Optional.empty());
        }
    }

    @PUT
    @Path("{id}/villages")
    @RolesAllowed({Roles.ADMIN, Roles.OFFICER})
    @FreshSignIn
    @Consumes({
        TableReader.CSV,
        TableReader.XLSX,
        TableReader.OLD_EXCEL,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @BodyLimit(VillagePages.LARGEST)
    @Operation(
            summary = "Bring a county's villages in line with a file",
            description = "CSV or XLSX with 村代码 (12 digits), 乡镇, 村 and, for merged ones, 并入 (the other's code). Taken "
                    + "as a whole or not at all; villages that the file does not name stay. What is renamed or merged "
                    + "is done only when the report's `confirm` is sent back with the same file.")
    @APIResponse(
            responseCode = "200",
            description = "What it did, or would do",
            content = @Content(examples = @ExampleObject(name = "report", value = VILLAGES)))
    @APIResponse(responseCode = "404", description = "No such county, or not yours")
    @APIResponse(responseCode = "422", description = "Rows with faults, or not confirmed; nothing was changed")
    public VillagesView villages(
            String id,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("confirm") String confirm,
            @Context HttpHeaders headers,
            byte[] file) {
        boolean operator = signedIn.is(Roles.ADMIN);
        if (!operator && !signedIn.county().equals(id)) {
            throw OpeningRefused.unknown();
        }
        opening.one(id);
        UUID by = operator ? null : signedIn.id();
        return VillagesView.of(
                county.as(id, () -> dryRun ? register.check(file) : register.take(file, confirm, by)),
                Language.of(headers));
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
    public RestResponse<OpenedView> open(@NotNull @Valid CountyForm form) {
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
