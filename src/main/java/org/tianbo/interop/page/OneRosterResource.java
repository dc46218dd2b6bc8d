package org.tianbo.interop.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.interop.oneroster.FileFault;
import org.tianbo.interop.oneroster.OneRosterExport;
import org.tianbo.interop.oneroster.OneRosterImport;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;

/** Classes and who is in them, as a OneRoster 1.2 ZIP. */
@Path("/api/oneroster.zip")
@RolesAllowed(Roles.OFFICER)
class OneRosterResource {

    static final String ZIP = "application/zip";
    static final long LARGEST = 4L * 1024 * 1024;

    private static final String EXAMPLE =
            """
            {"classes": [{"id": "019b2f00-0000-7000-8000-0000000000c1", "title": "春季班", "rows": 2, "accepted": 1,
              "newcomers": 1, "differing": 0}],
             "rejected": [{"file": "users.csv", "line": 3, "field": "sms", "code": "roster.phone-shape",
              "value": "1990000004", "message": "手机号不对，应该是 11 位数字。"}]}
            """;

    private final OneRosterExport export;
    private final OneRosterImport imports;
    private final SignedIn signedIn;

    OneRosterResource(OneRosterExport export, OneRosterImport imports, SignedIn signedIn) {
        this.export = export;
        this.imports = imports;
        this.signedIn = signedIn;
    }

    /** A row that was left out, with the reason in the reader's language. */
    record Rejected(
            String file,
            int line,
            String field,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String value,
            String message) {

        static Rejected of(FileFault fault, Locale locale) {
            return new Rejected(
                    fault.file(),
                    fault.line(),
                    fault.field(),
                    fault.code(),
                    fault.value(),
                    FaultTexts.of(fault.code(), locale));
        }
    }

    record Report(List<OneRosterImport.OfOneClass> classes, List<Rejected> rejected) {

        static Report of(OneRosterImport.Outcome outcome, Locale locale) {
            return new Report(
                    outcome.classes(),
                    outcome.faults().stream()
                            .map(fault -> Rejected.of(fault, locale))
                            .toList());
        }
    }

    @GET
    @Produces(ZIP)
    @Operation(
            summary = "All classes and who is in them",
            description = "In bulk, with names and villages; without phones, identity numbers and sign-in names.")
    public RestResponse<InputStream> all(@Context Request request) {
        // Whoever only asks what there is takes nothing along, and would never close the file.
        boolean asks = request.getMethod().equals(HttpMethod.HEAD);
        return RestResponse.ResponseBuilder.ok(asks ? null : export.zip())
                .type(ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"oneroster.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    @Operation(
            summary = "Take people into classes that the county has",
            description = "Bulk files of OneRoster 1.2. A class is found by its id or its title. Of users: familyName"
                    + " and givenName, sms or phone, identifier (the identity number), and primaryOrgSourcedId (the"
                    + " village, whose parent is the town). Rows that do not fit are left out. Whoever imports states"
                    + " that everybody has signed their consent.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(examples = @ExampleObject(name = "report", value = EXAMPLE)))
    @APIResponse(responseCode = "413", description = "More than 4 MiB")
    @APIResponse(responseCode = "422", description = "No OneRoster 1.2 in bulk, or a ZIP that is not safe to unpack")
    public Report take(
            @Parameter(description = "Only report, store nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Context HttpHeaders headers,
            byte[] zip) {
        OneRosterImport.Outcome outcome = dryRun ? imports.check(zip) : imports.take(zip, signedIn.id());
        return Report.of(outcome, Language.of(headers));
    }
}
