package org.tianbo.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** All courses, as those see them who write a county's own: what is changed, what is drafted, what is the county's. */
@Path("/content")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class ContentPages {

    private static final String COURSE = "course";
    private static final int FORM_BYTES = 16_384;
    private static final List<String> FIELDS = List.of("name", "title", "title-en", "summary", "summary-en");

    private final CountyCourses courses;
    private final SignedIn signedIn;

    ContentPages(CountyCourses courses, SignedIn signedIn) {
        this.courses = courses;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        /**
         * @param adds whether the reader opens courses
         * @param writes whether the reader writes lessons
         * @param noText of a course that is not there yet
         */
        static native TemplateInstance list(
                List<CourseLine> courses, boolean adds, boolean writes, Text noText, FormErrors errors);
    }

    @GET
    public TemplateInstance list(@Context HttpHeaders headers) {
        return list(FormErrors.NONE, headers);
    }

    private TemplateInstance list(FormErrors errors, HttpHeaders headers) {
        Locale locale = Language.of(headers);
        boolean adds = signedIn.is(Roles.OFFICER);
        return Templates.list(
                courses.courses().stream()
                        .map(course -> CourseLine.of(course, locale))
                        .toList(),
                adds,
                adds || signedIn.is(Roles.MENTOR),
                new Text("", ""),
                errors);
    }

    /** Opens a course of the county's own. */
    @POST
    @Path("courses")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(FORM_BYTES)
    public Response open(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form = new SubmittedForm(COURSE, headers, errors -> list(errors, headers));
        for (String field : FIELDS) {
            form = form.with(field, sent.getFirst(field));
        }
        return form.answer(() -> {
            String slug =
                    courses.open(sent.getFirst("name"), text(sent, "title"), text(sent, "summary"), signedIn.id());
            return Response.seeOther(URI.create("/content#" + slug)).build();
        });
    }

    /** Gives a course of the county's own another title; trainees see it at once. */
    @POST
    @Path("courses/{course}")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(FORM_BYTES)
    public Response rename(String course, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        String slug = courses.course(course).slug();
        SubmittedForm form = new SubmittedForm("text-of-" + slug, headers, errors -> list(errors, headers));
        for (String field : FIELDS) {
            form = form.with(field, sent.getFirst(field));
        }
        return form.answer(() -> {
            courses.rename(slug, text(sent, "title"), text(sent, "summary"), signedIn.id());
            return Response.seeOther(URI.create("/content#" + slug)).build();
        });
    }

    /** Puts a lesson of a course of the county's own at another place; trainees see it at once. */
    @POST
    @Path("courses/{course}/order")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(FORM_BYTES)
    public Response move(String course, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        String slug = courses.course(course).slug();
        return new SubmittedForm("order-of-" + slug, headers, errors -> list(errors, headers)).answer(() -> {
            courses.move(slug, sent.getFirst("lesson"), place(sent.getFirst("place")), signedIn.id());
            return Response.seeOther(URI.create("/content#" + slug)).build();
        });
    }

    /** From 1; 0 for what is none. */
    private static int place(String sent) {
        return sent != null && sent.matches("\\d{1,3}") ? Integer.parseInt(sent) : 0;
    }

    /** Adds a lesson to a course of the county's own, and goes to it. */
    @POST
    @Path("courses/{course}/lessons")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(FORM_BYTES)
    public Response add(String course, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        CountyCourses.Course own = courses.course(course);
        return new SubmittedForm(own.slug(), headers, errors -> list(errors, headers))
                .with("name", sent.getFirst("name"))
                .answer(() -> Response.seeOther(URI.create(
                                LessonPages.PATH + "/" + courses.add(own.slug(), sent.getFirst("name"), signedIn.id())))
                        .build());
    }

    private static Text text(MultivaluedMap<String, String> sent, String field) {
        return new Text(
                Objects.requireNonNullElse(sent.getFirst(field), "").strip(),
                Objects.requireNonNullElse(sent.getFirst(field + "-en"), "").strip());
    }
}
