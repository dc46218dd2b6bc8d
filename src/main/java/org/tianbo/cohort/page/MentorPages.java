package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.enrolment.ClassMembers.Filter;
import org.tianbo.cohort.enrolment.ClassMentors;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** Who mentors whom in a class: given, taken away, shared out evenly, taken back. Others than officers may look. */
@Path("/cohorts/{id}/mentors")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class MentorPages {

    private static final int PAGE = 100;

    private final ClassMentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final SignedIn signedIn;

    MentorPages(ClassMentors mentors, Mentorships mentorships, People people, SignedIn signedIn) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance mentors(
                ClassMentors.Sheet sheet,
                Mentorships.AssignmentBatch batch,
                Selection chosen,
                ListFilter shown,
                String next,
                FormErrors errors,
                boolean mayWrite);
    }

    /**
     * Which part of the class is shown.
     *
     * @param without only those who have no mentor
     * @param of only those of this mentor; null for those of any
     * @param after the last one of the page before; null for the first page
     */
    record ListFilter(
            @QueryParam("without") boolean without, @QueryParam("of") UUID of, @QueryParam("after") UUID after) {

        Filter ofMembers() {
            return without ? Filter.WITHOUT_MENTOR : of == null ? Filter.ALL : Filter.ofMentor(of);
        }

        ListFilter from(UUID last) {
            return new ListFilter(without, of, last);
        }

        /** The query of an address, with its question mark; empty for the first page of the whole class. */
        public String query() {
            return with("");
        }

        String with(String further) {
            String all = Stream.of(
                            without ? "without=true" : "",
                            of == null ? "" : "of=" + of,
                            after == null ? "" : "after=" + after,
                            further)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("&"));
            return all.isEmpty() ? "" : "?" + all;
        }
    }

    /** What the form held when it came back. */
    record Selection(Set<UUID> trainees, UUID mentor) {

        static final Selection NOTHING = new Selection(Set.of(), null);

        public boolean has(UUID trainee) {
            return trainees.contains(trainee);
        }

        public boolean is(UUID id) {
            return id.equals(mentor);
        }
    }

    /** @param press the batch to report, with a button that undoes it */
    @GET
    public TemplateInstance mentors(UUID id, @QueryParam("press") UUID press, @BeanParam ListFilter filter) {
        Optional.ofNullable(filter.of()).ifPresent(people::trainee);
        return page(id, mentors.batch(press).orElse(null), Selection.NOTHING, filter, FormErrors.NONE, mayWrite());
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    public Response assign(
            UUID id,
            @RestForm List<UUID> trainee,
            @RestForm String mentor,
            @BeanParam ListFilter filter,
            @Context HttpHeaders headers) {
        Selection selection = new Selection(Set.copyOf(trainee), id(mentor));
        return answered(
                id,
                selection,
                filter,
                headers,
                () -> mentors.assign(id, selection.trainees(), selection.mentor(), signedIn.id()));
    }

    @POST
    @Path("share-out")
    @RolesAllowed(Roles.OFFICER)
    public Response assignEvenly(UUID id, @BeanParam ListFilter filter, @Context HttpHeaders headers) {
        return answered(id, Selection.NOTHING, filter, headers, () -> mentors.assignEvenly(id, signedIn.id()));
    }

    /** @param pair trainee and mentor, with a colon between them: one button says both */
    @POST
    @Path("take")
    @RolesAllowed(Roles.OFFICER)
    public Response unassign(
            UUID id, @RestForm String pair, @BeanParam ListFilter filter, @Context HttpHeaders headers) {
        String[] ids = Objects.toString(pair, "").split(":", 2);
        return answered(
                id,
                Selection.NOTHING,
                filter,
                headers,
                () -> mentors.unassign(id, id(ids[0]), id(ids[ids.length - 1]), signedIn.id()));
    }

    @POST
    @Path("undo")
    @RolesAllowed(Roles.OFFICER)
    public Response undo(UUID id, @RestForm UUID press, @BeanParam ListFilter filter, @Context HttpHeaders headers) {
        return answered(id, Selection.NOTHING, filter, headers, () -> mentorships.undo(press, signedIn.id()));
    }

    private Response answered(
            UUID id, Selection selection, ListFilter filter, HttpHeaders headers, Supplier<UUID> work) {
        return new SubmittedForm("mentors", headers, errors -> page(id, null, selection, filter, errors, true))
                .answer(() -> {
                    String query = filter.with("press=" + work.get());
                    return Response.seeOther(URI.create("/cohorts/" + id + "/mentors" + query))
                            .build();
                });
    }

    private TemplateInstance page(
            UUID id,
            Mentorships.AssignmentBatch batch,
            Selection selection,
            ListFilter filter,
            FormErrors errors,
            boolean mayWrite) {
        ClassMentors.Sheet sheet = mentors.sheet(id, filter.ofMembers(), Optional.ofNullable(filter.after()), PAGE);
        String next = sheet.next()
                .map(last -> "/cohorts/" + id + "/mentors" + filter.from(last).query())
                .orElse("");
        return Templates.mentors(sheet, batch, selection, filter, next, errors, mayWrite);
    }

    /** Nothing was chosen, or nothing that could be one of ours. */
    private static UUID id(String typed) {
        return typed == null ? null : Ids.parse(typed).orElse(null);
    }

    private boolean mayWrite() {
        return signedIn.is(Roles.OFFICER);
    }
}
