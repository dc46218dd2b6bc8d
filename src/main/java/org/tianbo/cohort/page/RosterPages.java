package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.roster.ClassRosters;
import org.tianbo.cohort.roster.RosterChangesView;
import org.tianbo.cohort.roster.RosterImportView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableUpload;

/** Choose a roster file, see what it would do, import it. */
@Path("/cohorts/{id}/roster")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RosterPages {

    private static final int PAGE = 50;

    /** More nobody mends on a page; the file to download has them all. */
    private static final int MOST_SHOWN = 200;

    private final Cohorts cohorts;
    private final ClassRosters rosters;
    private final SignedIn signedIn;

    RosterPages(Cohorts cohorts, ClassRosters rosters, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.rosters = rosters;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance roster(
                CohortView cohort,
                List<RosterImportView> imports,
                String next,
                Result result,
                boolean consent,
                FormErrors errors,
                boolean mayWrite);
    }

    /** One cell for which a row was left out, in words. */
    record Wrong(int line, String field, String value, String sentence) {}

    /**
     * What a file did, or would do.
     *
     * @param stored false after a check
     * @param wrong the first faults, in the order of the file
     * @param more how many faults there are beside
     */
    record Result(
            String file,
            boolean stored,
            int rows,
            int accepted,
            int merged,
            int newcomers,
            int rejected,
            List<Wrong> wrong,
            int more,
            RosterChangesView changes) {

        static Result of(String file, boolean stored, ClassRosters.Outcome outcome, Locale locale) {
            return new Result(
                    file,
                    stored,
                    outcome.report().rows(),
                    outcome.report().accepted(),
                    outcome.report().merged(),
                    outcome.newcomers(),
                    outcome.report().rejected().size(),
                    outcome.report().rejected().stream()
                            .flatMap(row -> row.faults().stream()
                                    .map(fault -> new Wrong(
                                            row.line(),
                                            fault.field(),
                                            fault.value(),
                                            FaultTexts.of(fault.code(), locale))))
                            .limit(MOST_SHOWN)
                            .toList(),
                    Math.max(
                            0,
                            outcome.report().rejected().stream()
                                            .mapToInt(row -> row.faults().size())
                                            .sum()
                                    - MOST_SHOWN),
                    RosterChangesView.of(outcome));
        }
    }

    /** @param from the import at which the list of them begins; absent for the latest */
    @GET
    public TemplateInstance roster(UUID id, @QueryParam("from") UUID from) {
        return page(id, Optional.ofNullable(from), null, false, FormErrors.NONE);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    @BodyLimit(RosterResource.LARGEST)
    public Response take(
            UUID id,
            @RestForm("file") FileUpload file,
            @RestForm("consent") String consent,
            @RestForm("confirm") String confirm,
            @RestForm("do") String what,
            @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        boolean consented = consent != null;
        return new SubmittedForm("roster", headers, errors -> page(id, null, consented, errors)).answer(() -> {
            TableUpload roster = TableUpload.of(file, () -> CohortRefused.because("file", "cohort.file-missing"));
            if ("rejected".equals(what)) {
                return TableUpload.rejectedRows(rosters.rejectedRows(id, roster.bytes(), locale))
                        .toResponse();
            }
            boolean store = "take".equals(what);
            if (store && !consented) {
                throw CohortRefused.because("consent", "cohort.consent-missing");
            }
            ClassRosters.Outcome outcome = roster.read(in -> store
                    ? rosters.importFile(id, in, Optional.ofNullable(confirm), signedIn.id())
                    : rosters.check(id, in));
            Result result = Result.of(roster.name(), store, outcome, locale);
            return PageResponse.ok(page(id, result, consented, FormErrors.NONE), locale);
        });
    }

    private TemplateInstance page(UUID id, Result result, boolean consent, FormErrors errors) {
        return page(id, Optional.empty(), result, consent, errors);
    }

    private TemplateInstance page(UUID id, Optional<UUID> from, Result result, boolean consent, FormErrors errors) {
        Page<RosterImportView, UUID> imports = rosters.imports(id, from, PAGE);
        return Templates.roster(
                cohorts.cohort(id),
                imports.rows(),
                imports.next()
                        .map(next -> "/cohorts/" + id + "/roster?from=" + next + "#imports")
                        .orElse(""),
                result,
                consent,
                errors,
                CohortPages.mayWrite(signedIn));
    }
}
