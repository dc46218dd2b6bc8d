package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.mentoring.OverdueLine;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.platform.security.Roles;

/** Attempts that wait longer for a mentor's word than trainees are promised. */
@Path("/cohorts/overdue")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class OverduePages {

    private final OverdueReviews overdue;
    private final Cohorts cohorts;

    OverduePages(OverdueReviews overdue, Cohorts cohorts) {
        this.overdue = overdue;
        this.cohorts = cohorts;
    }

    @CheckedTemplate
    static class Templates {
        /** @param cohort null for the whole county */
        static native TemplateInstance overdue(CohortView cohort, List<OverdueLine> lines);
    }

    /** @param cohort only those of this class */
    @GET
    public TemplateInstance overdue(@QueryParam("cohort") UUID cohort) {
        return cohort == null
                ? Templates.overdue(null, overdue.all())
                : Templates.overdue(cohorts.cohort(cohort), overdue.of(cohorts.trainees(cohort)));
    }
}
