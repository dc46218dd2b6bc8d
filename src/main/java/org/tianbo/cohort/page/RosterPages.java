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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;

/** Choose a roster file, see what it would do, import it. */
@Path("/cohorts/{id}/roster")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RosterPages {

    private static final int PAGE = 50;

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
                FormFaults faults,
                boolean mayWrite);
    }

    /** One cell for which a row was left out, in words. */
    record Wrong(int line, String field, String value, String sentence) {}

    /**
     * What a file did, or would do.
     *
     * @param stored false after a check
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
                            .toList(),
                    RosterChangesView.of(outcome));
        }
    }

    /** @param from the import at which the list of them begins; absent for the latest */
    @GET
    public TemplateInstance roster(UUID id, @QueryParam("from") UUID from) {
        return page(id, Optional.ofNullable(from), null, false, FormFaults.none());
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
        boolean store = "take".equals(what);
        try {
            if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
                throw CohortRefused.because("file", "cohort.file-missing");
            }
            if ("rejected".equals(what)) {
                byte[] bytes = Files.readAllBytes(file.uploadedFile());
                return RosterResource.rejectedFile(rosters.rejectedRows(id, bytes, locale))
                        .toResponse();
            }
            if (store && consent == null) {
                throw CohortRefused.because("consent", "cohort.consent-missing");
            }
            Result result =
                    Result.of(file.fileName(), store, outcome(id, file, store, Optional.ofNullable(confirm)), locale);
            return FormPages.done(page(id, result, consent != null, FormFaults.none()), locale);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (UnreadableTable unreadable) {
            FormFaults faults = FormFaults.of(unreadable, locale).allAt("file");
            return FormPages.refused(page(id, null, consent != null, faults), locale);
        } catch (CohortRefused refused) {
            return FormPages.refused(page(id, null, consent != null, FormFaults.of(refused, locale)), locale);
        }
    }

    private ClassRosters.Outcome outcome(UUID id, FileUpload file, boolean store, Optional<String> confirmed) {
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return store ? rosters.importFile(id, in, confirmed, signedIn.id()) : rosters.check(id, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private TemplateInstance page(UUID id, Result result, boolean consent, FormFaults faults) {
        return page(id, Optional.empty(), result, consent, faults);
    }

    private TemplateInstance page(UUID id, Optional<UUID> from, Result result, boolean consent, FormFaults faults) {
        Page<RosterImportView, UUID> imports = rosters.imports(id, from, PAGE);
        return Templates.roster(
                cohorts.cohort(id),
                imports.rows(),
                imports.next()
                        .map(next -> "/cohorts/" + id + "/roster?from=" + next + "#imports")
                        .orElse(""),
                result,
                consent,
                faults,
                CohortPages.mayWrite(signedIn));
    }
}
