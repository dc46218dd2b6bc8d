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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonCorrectionView;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.People;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** One trainee of a class: correct what is known of them, move them to another class, let them leave and return. */
@Path("/cohorts/{id}/trainees/{trainee}/edit")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class EditPages {

    private static final int MOST_CLASSES = 500;

    private final Cohorts cohorts;
    private final People people;
    private final PersonEdits edits;
    private final Corrections corrections;
    private final SignedIn signedIn;

    EditPages(Cohorts cohorts, People people, PersonEdits edits, Corrections corrections, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.people = people;
        this.edits = edits;
        this.corrections = corrections;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance edit(Sheet sheet, FormErrors errors);
    }

    /**
     * A trainee to change.
     *
     * @param here whether they are in the class
     * @param earlierCourses what they learned before and elsewhere
     * @param others the county's other classes
     */
    record Sheet(
            CohortView cohort,
            PersonView trainee,
            PersonDetails details,
            List<PersonEdits.VillageChoice> villages,
            boolean here,
            String earlierCourses,
            List<CohortView> others,
            List<Change> changes) {

        public String address() {
            return "/cohorts/" + cohort.id() + "/trainees/" + trainee.id();
        }

        public String villageId() {
            return details.village().map(UUID::toString).orElse("");
        }

        public String seen() {
            return details.confirmation();
        }
    }

    /** A correction, and whether it can be taken back: the latest of its field in the county's register. */
    record Change(PersonCorrectionView made, boolean undoable) {}

    @GET
    public TemplateInstance edit(UUID id, UUID trainee) {
        return page(id, trainee, FormErrors.NONE);
    }

    /** @param seen {@link PersonDetails#confirmation()} of what was shown */
    @POST
    public Response change(
            UUID id, UUID trainee, @BeanParam PersonForm form, @RestForm String seen, @Context HttpHeaders headers) {
        return form.submitted("details", headers, errors -> page(id, trainee, errors))
                .answer(() -> {
                    cohorts.isIn(id, trainee);
                    edits.edit(trainee, form.details(), Objects.toString(seen, ""), signedIn.id());
                    return back(id, trainee);
                });
    }

    @POST
    @Path("undo")
    public Response undo(UUID id, UUID trainee, @RestForm String correction, @Context HttpHeaders headers) {
        return new SubmittedForm("undo", headers, errors -> page(id, trainee, errors)).answer(() -> {
            cohorts.isIn(id, trainee);
            edits.undo(trainee, Ids.parse(Objects.toString(correction, "")).orElse(trainee), signedIn.id());
            return back(id, trainee);
        });
    }

    @POST
    @Path("move")
    public Response move(UUID id, UUID trainee, @RestForm String to, @Context HttpHeaders headers) {
        return new SubmittedForm("move", headers, errors -> page(id, trainee, errors)).answer(() -> {
            UUID other = Ids.parse(Objects.toString(to, ""))
                    .orElseThrow(() -> CohortRefused.because("to", "cohort.class-not-chosen"));
            cohorts.move(id, trainee, other);
            return back(other, trainee);
        });
    }

    @POST
    @Path("courses")
    public Response courses(UUID id, UUID trainee, @RestForm String courses, @Context HttpHeaders headers) {
        return new SubmittedForm("courses", headers, errors -> page(id, trainee, errors))
                .with("courses", courses)
                .answer(() -> {
                    cohorts.tookEarlier(id, trainee, courses, signedIn.id());
                    return back(id, trainee);
                });
    }

    @POST
    @Path("leave")
    public Response leave(UUID id, UUID trainee, @RestForm String reason, @Context HttpHeaders headers) {
        return new SubmittedForm("leave", headers, errors -> page(id, trainee, errors))
                .with("reason", reason)
                .answer(() -> {
                    cohorts.leave(id, trainee, reason);
                    return back(id, trainee);
                });
    }

    @POST
    @Path("return")
    public Response comeBack(UUID id, UUID trainee, @Context HttpHeaders headers) {
        cohorts.comeBack(id, trainee);
        return back(id, trainee);
    }

    private static Response back(UUID id, UUID trainee) {
        return Response.seeOther(URI.create("/cohorts/" + id + "/trainees/" + trainee + "/edit"))
                .build();
    }

    private TemplateInstance page(UUID id, UUID trainee, FormErrors errors) {
        boolean here = cohorts.isIn(id, trainee);
        Sheet sheet = new Sheet(
                cohorts.cohort(id),
                people.trainee(trainee),
                edits.of(trainee),
                edits.villages(),
                here,
                cohorts.earlierCourses(id, trainee),
                cohorts.page(Optional.empty(), MOST_CLASSES).rows().stream()
                        .filter(other -> !other.id().equals(id))
                        .toList(),
                changes(corrections.of(trainee)));
        return Templates.edit(sheet, errors);
    }

    static List<Change> changes(List<PersonCorrectionView> latestFirst) {
        Set<PersonField> seen = new HashSet<>();
        return latestFirst.stream()
                .map(one -> new Change(one, seen.add(one.field()) && one.field() != PersonField.EARLIER_COURSES))
                .toList();
    }
}
