package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.mentoring.MentoringSettings;
import org.tianbo.mentoring.OverdueLine;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Attempts that wait longer for their review than trainees are promised. */
@Path("/cohorts/overdue")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class OverduePages {

    private static final int PAGE = 100;

    private final OverdueReviews overdue;
    private final Cohorts cohorts;
    private final MentoringSettings settings;
    private final SignedIn signedIn;

    OverduePages(OverdueReviews overdue, Cohorts cohorts, MentoringSettings settings, SignedIn signedIn) {
        this.overdue = overdue;
        this.cohorts = cohorts;
        this.settings = settings;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /**
         * @param cohort null for the whole county
         * @param size how many wait, on all pages
         * @param next the address of the next page, empty on the last
         * @param promised hours within which the county promises a review by now
         * @param mayCall whether the reader sees the phones of mentors
         */
        static native TemplateInstance overdue(
                CohortView cohort, int size, List<OverdueLine> lines, String next, long promised, boolean mayCall);
    }

    /**
     * @param cohort only those of this class
     * @param after the last one of the page before
     * @param submittedAt when that one was handed in
     */
    @GET
    public TemplateInstance overdue(
            @QueryParam("cohort") UUID cohort,
            @QueryParam("after") UUID after,
            @QueryParam("submittedAt") Instant submittedAt) {
        Optional<OverdueReviews.Position> position = after == null || submittedAt == null
                ? Optional.empty()
                : Optional.of(new OverdueReviews.Position(submittedAt, after));
        if (cohort == null) {
            return listed(null, overdue.count(), overdue.page(position, PAGE));
        }
        CohortView view = cohorts.cohort(cohort);
        Set<UUID> trainees = cohorts.trainees(cohort);
        return listed(view, overdue.countOf(trainees), overdue.pageOf(trainees, position, PAGE));
    }

    private TemplateInstance listed(CohortView cohort, int size, Page<OverdueLine, OverdueReviews.Position> page) {
        String ofClass = cohort == null ? "" : "cohort=" + cohort.id() + "&";
        String next = page.next()
                .map(last ->
                        "/cohorts/overdue?" + ofClass + "after=" + last.review() + "&submittedAt=" + last.submittedAt())
                .orElse("");
        boolean mayCall = signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
        return Templates.overdue(cohort, size, page.rows(), next, settings.due().toHours(), mayCall);
    }
}
