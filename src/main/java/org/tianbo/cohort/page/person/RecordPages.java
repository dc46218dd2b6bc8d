package org.tianbo.cohort.page.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.cohort.enrolment.ClassChanges;
import org.tianbo.cohort.enrolment.ClassRecords;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.RecordField;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/**
 * What an audit asks of a class: officers write it, each change with its reason; the office and auditors read it. Name,
 * days and place are changed by the class's coordinators, too.
 */
@Path("/cohorts/{id}/record")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private final Cohorts cohorts;
    private final ClassRecords records;
    private final ClassChanges changes;
    private final SignedIn signedIn;

    RecordPages(Cohorts cohorts, ClassRecords records, ClassChanges changes, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.records = records;
        this.changes = changes;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance record(Shown shown, Forms forms, FormErrors errors, Rights rights);
    }

    /**
     * What stands, and how it came to be.
     *
     * @param version names what stands of name, days and place
     * @param changes the latest first
     */
    record Shown(
            CohortView cohort,
            ClassRecords.Sheet sheet,
            String version,
            List<Line> lines,
            List<ClassRecords.Change> changes) {}

    /**
     * What the forms are filled with; the fields of one are named alike in the other.
     *
     * @param sheet what an audit asks
     * @param named name, days and place
     */
    record Forms(RecordForm sheet, ClassForm named) {}

    /**
     * @param writes the reader may write what an audit asks
     * @param renames the reader may change name, days and place
     */
    record Rights(boolean writes, boolean renames) {}

    /** One thing as it stands. */
    record Line(RecordField field, String text) {}

    @GET
    public TemplateInstance record(UUID id) {
        return page(id, null, null, FormErrors.NONE);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response write(UUID id, @BeanParam RecordForm typed, @Context HttpHeaders headers) {
        cohorts.require(id);
        RecordForm form = typed.whole();
        return new SubmittedForm("record", headers, errors -> page(id, form, null, errors)).answer(() -> {
            records.write(id, new ClassRecords.Wanted(form.record(), form.version(), form.reason(), signedIn.id()));
            return again(id);
        });
    }

    @POST
    @Path("class")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response change(UUID id, @BeanParam ClassForm typed, @Context HttpHeaders headers) {
        cohorts.require(id);
        ClassForm form = typed.whole();
        return new SubmittedForm("class", headers, errors -> page(id, null, form, errors)).answer(() -> {
            changes.change(id, form.wanted(signedIn.id()));
            return again(id);
        });
    }

    private static Response again(UUID id) {
        return Response.seeOther(URI.create("/cohorts/" + id + "/record")).build();
    }

    /** The forms as they were typed; null for one that shows what stands. */
    private TemplateInstance page(UUID id, RecordForm sheetTyped, ClassForm namedTyped, FormErrors errors) {
        // Before what it names: what somebody changes meanwhile is told from what is seen here.
        ClassChanges.History history = changes.history(id);
        CohortView cohort = cohorts.cohort(id);
        ClassRecords.Sheet sheet = records.sheet(id);
        List<Line> lines = sheet.record().texts().entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
        List<ClassRecords.Change> all = Stream.concat(history.changes().stream(), sheet.changes().stream())
                .sorted(Comparator.comparing(ClassRecords.Change::at).reversed())
                .toList();
        boolean officer = signedIn.is(Roles.OFFICER);
        return Templates.record(
                new Shown(cohort, sheet, history.version(), lines, all),
                new Forms(
                        sheetTyped == null ? RecordForm.of(sheet.record(), sheet.version()) : sheetTyped,
                        namedTyped == null
                                ? ClassForm.of(cohort, sheet.record().venue(), history.version())
                                : namedTyped),
                errors,
                new Rights(officer, officer || signedIn.is(Roles.COORDINATOR) && changes.isWholeClassSeen(id)));
    }
}
