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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.joining.Admission;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;

/** Adds one person to a class, without a roster. Whoever may be there already is pointed out first. */
@Path("/cohorts/{id}/add")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class AddPages {

    private final Cohorts cohorts;
    private final Admission admission;
    private final PersonEdits edits;
    private final SignedIn signedIn;

    AddPages(Cohorts cohorts, Admission admission, PersonEdits edits, SignedIn signedIn) {
        this.cohorts = cohorts;
        this.admission = admission;
        this.edits = edits;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance add(Sheet sheet, FormErrors errors);
    }

    /**
     * The form.
     *
     * @param id of the person to be, so that a form sent twice adds one
     * @param typed what was typed; empty at first
     * @param alike who may be the same person
     */
    record Sheet(
            CohortView cohort,
            UUID id,
            Map<String, String> typed,
            List<PersonEdits.VillageChoice> villages,
            List<PersonView> alike) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GET
    public TemplateInstance add(UUID id) {
        return page(id, Ids.next(), Map.of(), List.of(), FormErrors.NONE);
    }

    /**
     * @param person the id of the person to be
     * @param other says that none of those pointed out is the same
     * @param same the one of those pointed out who is
     */
    @POST
    public Response take(
            UUID id,
            @BeanParam PersonForm form,
            @RestForm String person,
            @RestForm String idNumber,
            @RestForm String consent,
            @RestForm String other,
            @RestForm String same,
            @Context HttpHeaders headers) {
        UUID newcomer = Ids.parse(Objects.toString(person, "")).orElseGet(Ids::next);
        SubmittedForm submitted = form.submitted(
                        "add", headers, errors -> page(id, newcomer, errors.typed(), List.of(), errors))
                .with("idNumber", idNumber)
                .with("consent", consent);
        return submitted.answer(() -> {
            cohorts.require(id);
            PersonDetails details = edits.checked(form.details());
            if (consent == null) {
                throw CohortRefused.because("consent", "cohort.consent-missing");
            }
            Optional<UUID> known = Ids.parse(Objects.toString(same, ""));
            if (known.isEmpty() && other == null) {
                List<PersonView> alike = edits.alike(details);
                if (alike.stream().noneMatch(one -> one.id().equals(newcomer)) && !alike.isEmpty()) {
                    return PageResponse.ok(
                            page(id, newcomer, submitted.typed(), alike, FormErrors.NONE), Language.of(headers));
                }
            }
            UUID added = admission.admit(
                    id,
                    new Admission.Newcomer(newcomer, known, details, given(idNumber)),
                    "",
                    Consent.onPaper(signedIn.id()),
                    signedIn.id());
            return Response.seeOther(URI.create("/cohorts/" + id + "/trainees/" + added))
                    .build();
        });
    }

    private static Optional<String> given(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }

    private TemplateInstance page(
            UUID id, UUID person, Map<String, String> typed, List<PersonView> alike, FormErrors errors) {
        return Templates.add(new Sheet(cohorts.cohort(id), person, typed, edits.villages(), alike), errors);
    }
}
