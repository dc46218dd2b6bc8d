package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.cards.ClassSetup;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.cohort.progress.ClassProgress;
import org.tianbo.cohort.progress.TraineeFilter;
import org.tianbo.cohort.progress.TraineeProgress;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** The county's desk: its classes, the funnel of one, the lists behind the numbers. */
@Path("/cohorts")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class CohortPages {

    private static final String NEW_CLASS = "new";
    private static final int FIRST_TO_SEE = 5;
    private static final int PAGE = 100;

    private final Cohorts cohorts;
    private final ClassProgress classProgress;
    private final OverdueReviews overdue;
    private final ClassSetup setup;
    private final CohortSettings settings;
    private final SignedIn signedIn;

    CohortPages(
            Cohorts cohorts,
            ClassProgress classProgress,
            OverdueReviews overdue,
            ClassSetup setup,
            CohortSettings settings,
            SignedIn signedIn) {
        this.cohorts = cohorts;
        this.classProgress = classProgress;
        this.overdue = overdue;
        this.setup = setup;
        this.settings = settings;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                List<CohortView> cohorts, String next, int overdue, FormErrors errors, boolean mayWrite);

        static native TemplateInstance funnel(
                ClassProgress.Report report,
                ClassSetup.Lacking lacking,
                int overdue,
                List<TraineeProgress> first,
                int stalled,
                int stalledDays,
                boolean mayWrite);

        static native TemplateInstance trainees(TraineeList list, FormErrors errors, boolean mayWrite);
    }

    /**
     * One list behind a number.
     *
     * @param stalledDays 0 where the list is not about stalled trainees
     * @param query the query of the address of this page, with its question mark; may be empty
     * @param size how many are on the list, on all its pages
     * @param trainees those of this page
     * @param next the address of the next page, empty on the last
     */
    record TraineeList(
            CohortView cohort,
            Stage stage,
            int stalledDays,
            boolean onlyLeft,
            String query,
            int size,
            List<TraineeProgress> trainees,
            String next) {}

    /** @param after the last class of the page before */
    @GET
    public TemplateInstance list(@QueryParam("after") UUID after) {
        return classes(Optional.ofNullable(after), FormErrors.NONE);
    }

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response open(
            @RestForm String name, @RestForm String from, @RestForm String to, @Context HttpHeaders headers) {
        NewCohort wanted = CohortForm.of(name, from, to).toNewCohort();
        return new SubmittedForm(NEW_CLASS, headers, errors -> classes(Optional.empty(), errors))
                .with("name", name)
                .with("from", from)
                .with("to", to)
                .answer(() -> Response.seeOther(URI.create("/cohorts/" + cohorts.open(wanted) + "/roster"))
                        .build());
    }

    private TemplateInstance classes(Optional<UUID> after, FormErrors errors) {
        Page<CohortView, UUID> page = cohorts.page(after, PAGE);
        String next = page.next().map(last -> "/cohorts?after=" + last).orElse("");
        return Templates.list(page.rows(), next, overdue.count(), errors, mayWrite());
    }

    @GET
    @Path("{id}")
    public TemplateInstance funnel(UUID id) {
        int stalledDays = settings.stalledDays();
        ClassProgress.Overview overview = classProgress.overview(id, stalledDays, FIRST_TO_SEE);
        return Templates.funnel(
                overview.report(),
                setup.lacking(id),
                overdue.countOf(cohorts.trainees(id)),
                overview.longestStalled(),
                overview.stalled(),
                stalledDays,
                mayWrite());
    }

    @GET
    @Path("{id}/trainees")
    public TemplateInstance trainees(UUID id, @Valid @BeanParam TraineeListQuery query) {
        return trainees(id, query, FormErrors.NONE);
    }

    /** @param query the list on which the form stands, shown again when the form is refused */
    @POST
    @Path("{id}/trainees/{trainee}/left")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response left(
            UUID id,
            UUID trainee,
            @RestForm String reason,
            @Valid @BeanParam TraineeListQuery query,
            @Context HttpHeaders headers) {
        return new SubmittedForm(trainee.toString(), headers, errors -> trainees(id, query, errors))
                .with("reason", reason)
                .answer(() -> {
                    cohorts.leave(id, trainee, reason);
                    return Response.seeOther(URI.create("/cohorts/" + id + "/trainees?left=true"))
                            .build();
                });
    }

    private TemplateInstance trainees(UUID id, TraineeListQuery query, FormErrors errors) {
        return Templates.trainees(
                query.isByIdleness() ? longestIdleFirst(id, query) : inOrder(id, query), errors, mayWrite());
    }

    private TraineeList inOrder(UUID id, TraineeListQuery query) {
        Page<TraineeProgress, UUID> page =
                classProgress.trainees(id, query.filter(), Optional.ofNullable(query.after()), PAGE);
        return list(id, query, page.rows(), page.next().map(query::from));
    }

    private TraineeList longestIdleFirst(UUID id, TraineeListQuery query) {
        Page<TraineeProgress, ClassProgress.Idle> page =
                classProgress.longestIdleFirst(id, query.filter(), query.lastIdle(), PAGE);
        return list(id, query, page.rows(), page.next().map(query::from));
    }

    private TraineeList list(
            UUID id, TraineeListQuery query, List<TraineeProgress> trainees, Optional<TraineeListQuery> next) {
        TraineeFilter filter = query.filter();
        return new TraineeList(
                cohorts.cohort(id),
                filter.stage(),
                filter.stalledDays().orElse(0),
                filter.left(),
                query.query(),
                classProgress.size(id, filter),
                trainees,
                next.map(page -> "/cohorts/" + id + "/trainees" + page.query()).orElse(""));
    }

    private boolean mayWrite() {
        return mayWrite(signedIn);
    }

    static boolean mayWrite(SignedIn signedIn) {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }
}
