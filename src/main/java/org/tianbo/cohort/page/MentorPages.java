package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.mentors.ClassMentors;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.MentorRefused;
import org.tianbo.people.Mentorships;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** Who mentors whom in a class: given, taken away, shared out evenly, taken back. Others than officers may look. */
@Path("/cohorts/{id}/mentors")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class MentorPages {

    private final ClassMentors mentors;
    private final Mentorships mentorships;
    private final SignedIn signedIn;

    MentorPages(ClassMentors mentors, Mentorships mentorships, SignedIn signedIn) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance mentors(
                ClassMentors.Sheet sheet,
                Mentorships.AssignmentBatch batch,
                Chosen chosen,
                List<ClassMentors.Line> lines,
                FormFaults faults,
                boolean mayWrite);
    }

    /** What the form held when it came back. */
    record Chosen(Set<UUID> trainees, UUID mentor) {

        static final Chosen NOTHING = new Chosen(Set.of(), null);

        public boolean has(UUID trainee) {
            return trainees.contains(trainee);
        }

        public boolean is(UUID id) {
            return id.equals(mentor);
        }
    }

    /**
     * @param press the batch to report, with a button that undoes it
     * @param without only those who have no mentor
     * @param of only those of this mentor
     */
    @GET
    public TemplateInstance mentors(
            UUID id,
            @QueryParam("press") UUID press,
            @QueryParam("without") boolean without,
            @QueryParam("of") UUID of) {
        ClassMentors.Sheet sheet = mentors.sheet(id);
        return Templates.mentors(
                sheet,
                mentors.batch(press).orElse(null),
                Chosen.NOTHING,
                without ? sheet.without() : of == null ? sheet.lines() : sheet.of(of),
                FormFaults.none(),
                mayWrite());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response give(UUID id, @RestForm List<UUID> trainee, @RestForm String mentor, @Context HttpHeaders headers) {
        Chosen chosen = new Chosen(Set.copyOf(trainee), id(mentor));
        return answered(id, chosen, headers, () -> mentors.give(id, chosen.trainees(), chosen.mentor(), signedIn.id()));
    }

    @POST
    @Path("share-out")
    @RolesAllowed(Roles.OFFICER)
    public Response shareOut(UUID id, @Context HttpHeaders headers) {
        return answered(id, Chosen.NOTHING, headers, () -> mentors.shareOut(id, signedIn.id()));
    }

    /** @param pair trainee and mentor, with a colon between them: one button says both */
    @POST
    @Path("take")
    @RolesAllowed(Roles.OFFICER)
    public Response take(UUID id, @RestForm String pair, @Context HttpHeaders headers) {
        String[] ids = Objects.toString(pair, "").split(":", 2);
        return answered(
                id,
                Chosen.NOTHING,
                headers,
                () -> mentors.take(id, id(ids[0]), id(ids[ids.length - 1]), signedIn.id()));
    }

    @POST
    @Path("undo")
    @RolesAllowed(Roles.OFFICER)
    public Response undo(UUID id, @RestForm UUID press, @Context HttpHeaders headers) {
        return answered(id, Chosen.NOTHING, headers, () -> mentorships.undo(press, signedIn.id()));
    }

    private Response answered(UUID id, Chosen chosen, HttpHeaders headers, Supplier<UUID> work) {
        try {
            return Response.seeOther(UriBuilder.fromPath("/cohorts/{id}/mentors")
                            .queryParam("press", work.get())
                            .build(id))
                    .build();
        } catch (CohortRefused | MentorRefused | IdentityProviderUnavailable refused) {
            return refused(id, chosen, refused, headers);
        }
    }

    private Response refused(UUID id, Chosen chosen, Fault fault, HttpHeaders headers) {
        FormFaults faults = FormFaults.of(fault, Language.of(headers));
        ClassMentors.Sheet sheet = mentors.sheet(id);
        return FormPages.refused(
                Templates.mentors(sheet, null, chosen, sheet.lines(), faults, true), Language.of(headers));
    }

    /** Nothing was chosen, or nothing that could be one of ours. */
    private static UUID id(String typed) {
        return typed == null ? null : Ids.parse(typed).orElse(null);
    }

    private boolean mayWrite() {
        return signedIn.is(Roles.OFFICER);
    }
}
