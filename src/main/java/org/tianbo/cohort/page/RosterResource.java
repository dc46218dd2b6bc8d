package org.tianbo.cohort.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.roster.ClassRosters;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.Rosters.RosterReport;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.table.rows.RejectedRowView;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableUpload;

/** Roster files as an API. */
@Path("/api/rosters")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.APPLICATION_JSON)
class RosterResource {

    static final long LARGEST = 4L * 1024 * 1024;

    private static final String EXAMPLE =
            """
            {"rows": 3, "accepted": 1, "merged": 1,
             "changed": [{"line": 2, "field": "phone", "old": "19900000041", "new": "19911113333"}],
             "confirm": "6f1d0c5a9be24b7f8a3c2d1e0f4b5a69", "corrected": false, "rejected": [
              {"line": 4, "field": "phone", "code": "roster.phone-shape", "value": "1990000004",
               "message": "手机号不对，应该是 11 位数字。", "faults": [{"field": "phone", "code": "roster.phone-shape",
               "value": "1990000004", "message": "手机号不对，应该是 11 位数字。"}]}]}
            """;

    private final ClassRosters rosters;
    private final SignedIn signedIn;

    RosterResource(ClassRosters rosters, SignedIn signedIn) {
        this.rosters = rosters;
        this.signedIn = signedIn;
    }

    /**
     * A detail in which the county has something else of a person it knows by their identity number.
     *
     * @param before what the county has; empty for nothing
     * @param now what the roster says
     */
    record Changed(int line, String field, @JsonProperty("old") String before, @JsonProperty("new") String now) {

        static Changed of(RosterChange change) {
            return new Changed(change.line(), change.field().code(), change.before(), change.now());
        }
    }

    /**
     * {@code rows = accepted + merged + rejected}.
     *
     * @param confirm what to send back to take the changes over; absent when there are none
     * @param corrected whether they were taken over
     */
    record Report(
            int rows,
            int accepted,
            int merged,
            List<RejectedRowView> rejected,
            List<Changed> changed,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> confirm,
            boolean corrected) {

        static Report of(ClassRosters.Outcome outcome, Locale locale) {
            RosterReport report = outcome.report();
            RosterChanges changes = outcome.changes();
            return new Report(
                    report.rows(),
                    report.accepted(),
                    report.merged(),
                    report.rejected().stream()
                            .map(row -> RejectedRowView.of(row, locale))
                            .toList(),
                    changes.all().stream().map(Changed::of).toList(),
                    changes.isEmpty() ? Optional.empty() : Optional.of(changes.confirmation()),
                    outcome.corrected());
        }
    }

    @POST
    @Consumes({
        TableReader.CSV,
        TableReader.XLSX,
        TableReader.OLD_EXCEL,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @BodyLimit(LARGEST)
    @Operation(
            summary = "Import a class's roster",
            description =
                    "CSV (UTF-8, UTF-16 or GB18030) or XLSX. Whoever imports states that everybody on it has signed "
                            + "their consent. "
                            + "Importing the same file again changes nothing. Where the file differs from what the "
                            + "county has of people it "
                            + "knows by their identity number, `changed` says so; they are corrected only when the "
                            + "report's "
                            + "`confirm` is sent back with the same file.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(examples = @ExampleObject(name = "report", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such class in your county")
    @APIResponse(responseCode = "413", description = "More than 2 MiB or 5000 rows")
    @APIResponse(responseCode = "422", description = "Not a roster at all; nothing was stored")
    public Report take(
            @QueryParam("cohort") UUID cohort,
            @Parameter(description = "Only report, store nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "The report's member confirm, to take over what it lists as changed")
                    @QueryParam("confirm")
                    String confirm,
            @Context HttpHeaders headers,
            byte[] file) {
        return take(cohort, dryRun, confirm, headers, new ByteArrayInputStream(file));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(LARGEST)
    @Operation(hidden = true)
    public Report takeUpload(
            @QueryParam("cohort") UUID cohort,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("confirm") String confirm,
            @Context HttpHeaders headers,
            @RestForm("file") FileUpload file) {
        rosters.requireClass(cohort);
        return TableUpload.of(file, () -> CohortRefused.because("file", "cohort.file-missing"))
                .read(in -> take(cohort, dryRun, confirm, headers, in));
    }

    @POST
    @Path("rejected")
    @Consumes({
        TableReader.CSV,
        TableReader.XLSX,
        TableReader.OLD_EXCEL,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Produces(TableReader.CSV)
    @BodyLimit(LARGEST)
    @Operation(
            summary = "The rows of a roster that cannot be taken in, to mend",
            description =
                    "The same body as for the import, of which nothing is kept. CSV in UTF-8: the file's own header"
                            + " and rows, and why each was left out in a last column, in the reader's language.")
    public RestResponse<String> rejected(@QueryParam("cohort") UUID cohort, @Context HttpHeaders headers, byte[] file) {
        rosters.requireClass(cohort);
        return TableUpload.rejectedRows(rosters.rejectedRows(cohort, file, Language.of(headers)));
    }

    private Report take(UUID cohort, boolean dryRun, String confirm, HttpHeaders headers, InputStream file) {
        rosters.requireClass(cohort);
        ClassRosters.Outcome outcome = dryRun
                ? rosters.check(cohort, file)
                : rosters.importFile(cohort, file, Optional.ofNullable(confirm), signedIn.id());
        return Report.of(outcome, Language.of(headers));
    }
}
