package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.followup.Assignments;
import org.tianbo.cohort.followup.DueVisits;
import org.tianbo.cohort.followup.FollowUpPlan;
import org.tianbo.cohort.followup.Visit;
import org.tianbo.cohort.followup.VisitPhotos;
import org.tianbo.cohort.followup.Visits;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** One trainee's visits of one round at a desk: what was told, a form for more, corrections, photos. */
@Path("/follow-up")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class VisitPages {

    private static final String ROUND = "{cohort}/{trainee}/{round:[1-3]}";

    private final Visits visits;
    private final VisitPhotos photos;
    private final DueVisits due;
    private final Cohorts cohorts;
    private final CohortSettings settings;
    private final People people;
    private final FollowUpAccess access;
    private final SignedIn signedIn;

    VisitPages(
            Visits visits,
            VisitPhotos photos,
            DueVisits due,
            Cohorts cohorts,
            CohortSettings settings,
            People people,
            FollowUpAccess access,
            SignedIn signedIn) {
        this.visits = visits;
        this.photos = photos;
        this.due = due;
        this.cohorts = cohorts;
        this.settings = settings;
        this.people = people;
        this.access = access;
        this.signedIn = signedIn;
    }

    /**
     * What the page is about.
     *
     * @param trainee without a phone number for those who may not call
     */
    record About(CohortView cohort, PersonView trainee, int round, FollowUpPlan.Due due, List<Visits.Line> lines) {

        /** The page's address without its host. */
        public String address() {
            return "/follow-up/" + cohort.id() + "/" + trainee.id() + "/" + round;
        }
    }

    /**
     * The form.
     *
     * @param corrects the visit it replaces; empty for a new one
     */
    record Shown(VisitForm form, UUID id, String corrects, boolean mayWrite) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance visit(About about, Shown shown, FormErrors errors);
    }

    /** @param correct the visit to be corrected */
    @GET
    @Path(ROUND)
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance visit(UUID cohort, UUID trainee, int round, @QueryParam("correct") UUID correct) {
        Assignments.Round asked = new Assignments.Round(cohort, trainee, round);
        access.requireReader(asked);
        return correct == null ? empty(asked, FormErrors.NONE) : correcting(visits.visit(correct), FormErrors.NONE);
    }

    /** @param id named by the page that showed the form */
    @POST
    @Path(ROUND)
    public Response record(
            UUID cohort,
            UUID trainee,
            int round,
            @RestForm UUID id,
            @BeanParam VisitForm typed,
            @Context HttpHeaders headers) {
        Assignments.Round asked = new Assignments.Round(cohort, trainee, round);
        access.requireVisitor(asked);
        VisitForm form = typed.whole();
        return new SubmittedForm(
                        "visit",
                        headers,
                        errors -> Templates.visit(
                                about(asked), new Shown(form, id == null ? Ids.next() : id, "", true), errors))
                .answer(() -> {
                    visits.record(new Visits.Telling(
                            id == null ? Ids.next() : id,
                            cohort,
                            trainee,
                            round,
                            form.report(),
                            signedIn.id(),
                            access.ofOffice()));
                    return to(asked);
                });
    }

    /** @param withdrawn the visit did not take place after all */
    @POST
    @Path("visits/{visit}")
    public Response correct(
            UUID visit,
            @RestForm UUID id,
            @RestForm String reason,
            @RestForm boolean withdrawn,
            @BeanParam VisitForm typed,
            @Context HttpHeaders headers) {
        Visit wrong = visits.visit(visit);
        Assignments.Round asked = round(wrong);
        access.requireVisitor(asked);
        VisitForm form = typed.whole();
        UUID name = id == null ? Ids.next() : id;
        String why = Objects.toString(reason, "");
        return new SubmittedForm(
                        "visit",
                        headers,
                        errors -> Templates.visit(about(asked), new Shown(form, name, visit.toString(), true), errors))
                .with("reason", why)
                .answer(() -> {
                    visits.correct(new Visits.Correction(
                            name,
                            visit,
                            withdrawn ? wrong.report() : form.correcting(wrong.report()),
                            withdrawn,
                            why,
                            signedIn.id(),
                            access.ofOffice()));
                    return to(asked);
                });
    }

    @POST
    @Path("visits/{visit}/photos")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public CompletionStage<Response> addPhoto(
            UUID visit, @RestForm("photo") FileUpload photo, @Context HttpHeaders headers) {
        Visit told = visits.visit(visit);
        Assignments.Round asked = round(told);
        access.requireVisitor(asked);
        SubmittedForm form = new SubmittedForm("photo", headers, errors -> empty(asked, errors));
        if (photo == null || photo.size() == 0) {
            return CompletableFuture.completedStage(
                    form.refused(FollowUpRefused.because("photo", "followup.photo-missing")));
        }
        return photos.add(told, photo.uploadedFile(), signedIn.id()).handle((kept, failed) -> {
            Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
            if (cause instanceof Fault refused) {
                return form.refused(refused);
            }
            if (cause != null) {
                throw new IllegalStateException("The photo could not be kept", cause);
            }
            return to(asked);
        });
    }

    private TemplateInstance empty(Assignments.Round asked, FormErrors errors) {
        return Templates.visit(
                about(asked), new Shown(VisitForm.empty(due.today()), Ids.next(), "", access.mayVisit(asked)), errors);
    }

    private TemplateInstance correcting(Visit wrong, FormErrors errors) {
        Assignments.Round asked = round(wrong);
        access.requireVisitor(asked);
        return Templates.visit(
                about(asked),
                new Shown(VisitForm.of(wrong.report()), Ids.next(), wrong.id().toString(), true),
                errors);
    }

    private About about(Assignments.Round asked) {
        CohortView cohort = cohorts.cohort(asked.cohort());
        if (cohorts.among(asked.cohort(), List.of(asked.trainee())).isEmpty()) {
            throw new NotEnrolled();
        }
        PersonView person = people.trainee(asked.trainee());
        PersonView shown = access.mayCall()
                ? person
                : new PersonView(person.id(), person.name(), person.village(), person.town(), person.login(), "");
        List<Visits.Line> lines = visits.of(asked.cohort(), asked.trainee()).stream()
                .filter(line -> line.visit().round() == asked.number())
                .toList();
        FollowUpPlan.Due when = FollowUpPlan.of(settings).due(cohort.to(), asked.number());
        return new About(cohort, shown, asked.number(), when, lines);
    }

    private static Assignments.Round round(Visit visit) {
        return new Assignments.Round(visit.cohort(), visit.trainee(), visit.round());
    }

    private static Response to(Assignments.Round round) {
        return Response.seeOther(
                        URI.create("/follow-up/" + round.cohort() + "/" + round.trainee() + "/" + round.number()))
                .build();
    }
}
