package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.tianbo.cohort.CohortConfig;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.cards.ClassSetup;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.progress.ClassProgress;
import org.tianbo.cohort.progress.TraineeProgress;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The county's desk: its classes, the funnel of one, the lists behind the numbers. */
@Path("/cohorts")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
class CohortPages {

    private static final int FIRST_TO_SEE = 5;

    private final Cohorts cohorts;
    private final ClassProgress classProgress;
    private final OverdueReviews overdue;
    private final ClassSetup setup;
    private final CohortConfig config;
    private final SignedIn signedIn;

    CohortPages(
            Cohorts cohorts,
            ClassProgress classProgress,
            OverdueReviews overdue,
            ClassSetup setup,
            CohortConfig config,
            SignedIn signedIn) {
        this.cohorts = cohorts;
        this.classProgress = classProgress;
        this.overdue = overdue;
        this.setup = setup;
        this.config = config;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(
                List<CohortView> cohorts, int overdue, CohortForm form, FormFaults faults, boolean mayWrite);

        static native TemplateInstance funnel(
                ClassProgress.Report report,
                ClassSetup.Lacking lacking,
                int overdue,
                List<TraineeProgress> first,
                int stalled,
                int stalledDays,
                boolean mayWrite);

        static native TemplateInstance trainees(TraineeList list, FormFaults faults, boolean mayWrite);
    }

    /**
     * One list behind a number.
     *
     * @param stalledDays nought where the list is not about standing still
     */
    record TraineeList(
            CohortView cohort, Stage stage, int stalledDays, boolean onlyLeft, List<TraineeProgress> trainees) {}

    @GET
    public TemplateInstance list() {
        return Templates.list(cohorts.all(), overdue.count(), CohortForm.EMPTY, FormFaults.none(), mayWrite());
    }

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response open(
            @RestForm String name, @RestForm String from, @RestForm String to, @Context HttpHeaders headers) {
        CohortForm form = CohortForm.of(name, from, to);
        try {
            return Response.seeOther(URI.create("/cohorts/" + cohorts.open(form.toNewCohort()) + "/roster"))
                    .build();
        } catch (CohortRefused refused) {
            FormFaults faults = FormFaults.of(refused, Language.of(headers));
            return FormPages.refused(
                    Templates.list(cohorts.all(), overdue.count(), form, faults, true), Language.of(headers));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance funnel(@PathParam("id") UUID id) {
        ClassProgress.Overview overview = classProgress.overview(id, config.stalledDays(), FIRST_TO_SEE);
        return Templates.funnel(
                overview.report(),
                setup.lacking(id),
                overdue.countOf(cohorts.trainees(id)),
                overview.longestStalled(),
                overview.stalled(),
                config.stalledDays(),
                mayWrite());
    }

    @GET
    @Path("{id}/trainees")
    public TemplateInstance trainees(
            @PathParam("id") UUID id,
            @QueryParam("stage") String stage,
            @QueryParam("stalledDays") Integer stalledDays,
            @QueryParam("left") boolean left) {
        return Templates.trainees(
                list(id, CohortResource.stage(stage), stalledDays, left), FormFaults.none(), mayWrite());
    }

    @POST
    @Path("{id}/trainees/{trainee}/left")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response left(
            @PathParam("id") UUID id,
            @PathParam("trainee") UUID trainee,
            @RestForm String reason,
            @Context HttpHeaders headers) {
        try {
            cohorts.leave(id, trainee, reason);
            return Response.seeOther(URI.create("/cohorts/" + id + "/trainees?left=true"))
                    .build();
        } catch (CohortRefused refused) {
            return FormPages.refused(
                    Templates.trainees(
                            list(id, Optional.empty(), null, false),
                            FormFaults.of(refused, Language.of(headers)),
                            true),
                    Language.of(headers));
        }
    }

    private TraineeList list(UUID id, Optional<Stage> stage, Integer stalledDays, boolean left) {
        List<TraineeProgress> trainees = left
                ? classProgress.left(id)
                : stalledDays != null && stage.isEmpty()
                        ? classProgress.stalled(id, stalledDays)
                        : classProgress.trainees(id, stage, Optional.ofNullable(stalledDays));
        return new TraineeList(
                cohorts.cohort(id),
                stage.orElse(Stage.ENROLLED),
                stalledDays == null ? 0 : stalledDays,
                left,
                trainees);
    }

    private boolean mayWrite() {
        return mayWrite(signedIn);
    }

    static boolean mayWrite(SignedIn signedIn) {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }
}
