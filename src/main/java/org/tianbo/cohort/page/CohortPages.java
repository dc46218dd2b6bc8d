package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Instant;
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
import org.tianbo.cohort.progress.TraineeFilter;
import org.tianbo.cohort.progress.TraineeProgress;
import org.tianbo.mentoring.OverdueReviews;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** The county's desk: its classes, the funnel of one, the lists behind the numbers. */
@Path("/cohorts")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class CohortPages {

    private static final int FIRST_TO_SEE = 5;
    private static final int PAGE = 100;

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
        static native TemplateInstance list(
                List<CohortView> cohorts,
                String next,
                int overdue,
                CohortForm form,
                FormFaults faults,
                boolean mayWrite);

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
     * @param stalledDays 0 where the list is not about stalled trainees
     * @param size how many are on the list, on all its pages
     * @param trainees those of this page
     * @param next the address of the next page, empty on the last
     */
    record TraineeList(
            CohortView cohort,
            Stage stage,
            int stalledDays,
            boolean onlyLeft,
            int size,
            List<TraineeProgress> trainees,
            String next) {}

    /** @param after the last class of the page before */
    @GET
    public TemplateInstance list(@QueryParam("after") UUID after) {
        return classes(Optional.ofNullable(after), CohortForm.EMPTY, FormFaults.none());
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
            return FormPages.refused(classes(Optional.empty(), form, faults), Language.of(headers));
        }
    }

    private TemplateInstance classes(Optional<UUID> after, CohortForm form, FormFaults faults) {
        Page<CohortView, UUID> page = cohorts.page(after, PAGE);
        String next = page.next().map(last -> "/cohorts?after=" + last).orElse("");
        return Templates.list(page.rows(), next, overdue.count(), form, faults, mayWrite());
    }

    @GET
    @Path("{id}")
    public TemplateInstance funnel(UUID id) {
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

    /**
     * @param after the last one of the page before
     * @param idleSince when that one had last done something; for the list of those who stand still only
     */
    @GET
    @Path("{id}/trainees")
    public TemplateInstance trainees(
            UUID id,
            @QueryParam("stage") String stage,
            @QueryParam("stalledDays") @Min(0) @Max(10_000) Integer stalledDays,
            @QueryParam("left") boolean left,
            @QueryParam("after") UUID after,
            @QueryParam("idleSince") Instant idleSince) {
        Optional<Stage> wanted = CohortResource.stage(stage);
        TraineeFilter filter = new TraineeFilter(wanted.orElse(Stage.ENROLLED), Optional.ofNullable(stalledDays), left);
        boolean longestIdleFirst = stalledDays != null && wanted.isEmpty() && !left;
        return Templates.trainees(
                longestIdleFirst
                        ? longestIdleFirst(id, filter, after, idleSince)
                        : inOrder(id, filter, Optional.ofNullable(after)),
                FormFaults.none(),
                mayWrite());
    }

    @POST
    @Path("{id}/trainees/{trainee}/left")
    @RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
    public Response left(UUID id, UUID trainee, @RestForm String reason, @Context HttpHeaders headers) {
        try {
            cohorts.leave(id, trainee, reason);
            return Response.seeOther(URI.create("/cohorts/" + id + "/trainees?left=true"))
                    .build();
        } catch (CohortRefused refused) {
            return FormPages.refused(
                    Templates.trainees(
                            inOrder(id, TraineeFilter.EVERYONE, Optional.empty()),
                            FormFaults.of(refused, Language.of(headers)),
                            true),
                    Language.of(headers));
        }
    }

    private TraineeList inOrder(UUID id, TraineeFilter filter, Optional<UUID> after) {
        Page<TraineeProgress, UUID> page = classProgress.trainees(id, filter, after, PAGE);
        return list(id, filter, page.rows(), page.next().map(last -> "after=" + last));
    }

    private TraineeList longestIdleFirst(UUID id, TraineeFilter filter, UUID after, Instant idleSince) {
        Optional<ClassProgress.Idle> last = after == null || idleSince == null
                ? Optional.empty()
                : Optional.of(new ClassProgress.Idle(idleSince, after));
        Page<TraineeProgress, ClassProgress.Idle> page = classProgress.longestIdleFirst(id, filter, last, PAGE);
        return list(
                id,
                filter,
                page.rows(),
                page.next().map(next -> "after=" + next.trainee() + "&idleSince=" + next.since()));
    }

    private TraineeList list(UUID id, TraineeFilter filter, List<TraineeProgress> trainees, Optional<String> next) {
        return new TraineeList(
                cohorts.cohort(id),
                filter.stage(),
                filter.stalledDays().orElse(0),
                filter.left(),
                classProgress.size(id, filter),
                trainees,
                next.map(cursor -> "/cohorts/" + id + "/trainees?" + query(filter) + cursor)
                        .orElse(""));
    }

    private static String query(TraineeFilter filter) {
        String query = filter.stage() == Stage.ENROLLED
                ? ""
                : "stage=" + filter.stage().code() + "&";
        return query
                + filter.stalledDays().map(days -> "stalledDays=" + days + "&").orElse("")
                + (filter.left() ? "left=true&" : "");
    }

    private boolean mayWrite() {
        return mayWrite(signedIn);
    }

    static boolean mayWrite(SignedIn signedIn) {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }
}
