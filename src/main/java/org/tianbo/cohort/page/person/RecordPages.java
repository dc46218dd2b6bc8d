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
import java.util.List;
import java.util.UUID;
import org.tianbo.cohort.enrolment.ClassRecords;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.RecordField;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** What an audit asks of a class: officers write it, each change with its reason; the office and auditors read it. */
@Path("/cohorts/{id}/record")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private final Cohorts cohorts;
    private final ClassRecords records;
    private final SignedIn signedIn;

    RecordPages(Cohorts cohorts, ClassRecords records, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.records = records;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance record(
                CohortView cohort,
                ClassRecords.Sheet sheet,
                List<Line> lines,
                RecordForm form,
                FormErrors errors,
                boolean writes);
    }

    /** One thing as it stands. */
    record Line(RecordField field, String text) {}

    @GET
    public TemplateInstance record(UUID id) {
        CohortView cohort = cohorts.cohort(id);
        ClassRecords.Sheet sheet = records.sheet(id);
        return page(cohort, sheet, RecordForm.of(sheet.record(), sheet.version()), FormErrors.NONE);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response write(UUID id, @BeanParam RecordForm typed, @Context HttpHeaders headers) {
        CohortView cohort = cohorts.cohort(id);
        RecordForm form = typed.whole();
        return new SubmittedForm("record", headers, errors -> page(cohort, records.sheet(id), form, errors))
                .answer(() -> {
                    records.write(
                            id, new ClassRecords.Wanted(form.record(), form.version(), form.reason(), signedIn.id()));
                    return Response.seeOther(URI.create("/cohorts/" + id + "/record"))
                            .build();
                });
    }

    private TemplateInstance page(CohortView cohort, ClassRecords.Sheet sheet, RecordForm form, FormErrors errors) {
        List<Line> lines = sheet.record().texts().entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
        return Templates.record(cohort, sheet, lines, form, errors, signedIn.is(Roles.OFFICER));
    }
}
