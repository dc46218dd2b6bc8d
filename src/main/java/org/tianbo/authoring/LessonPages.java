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
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Asked;
import org.tianbo.curriculum.CountyCourses.Change;
import org.tianbo.curriculum.CountyCourses.Checked;
import org.tianbo.curriculum.CountyCourses.Draft;
import org.tianbo.learning.LessonPreview;
import org.tianbo.people.People;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.edge.PageFrames;

/** One lesson: written by mentors and officers, published and taken back by officers, looked at by auditors. */
@Path(LessonPages.PATH)
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class LessonPages {

    static final String PATH = "/content/lessons";

    /** All files of a lesson, each Chinese letter as nine. */
    private static final int FORM_BYTES = 2 * 1024 * 1024;

    private static final String REASON = "reason";

    private final CountyCourses courses;
    private final LessonPreview preview;
    private final People people;
    private final SignedIn signedIn;

    LessonPages(CountyCourses courses, LessonPreview preview, People people, SignedIn signedIn) {
        this.courses = courses;
        this.preview = preview;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance editor(EditorView editor, boolean writes, boolean publishes, FormErrors errors);

        /** What the checks found, as part of a page. */
        static native TemplateInstance faults(List<EditorView.Fault> faults, boolean losesFilm);

        /** In place of a lesson that cannot be shown. */
        static native TemplateInstance unreadable(List<EditorView.Fault> faults);
    }

    @GET
    @Path("{lesson}")
    public Response editor(String lesson, @Context HttpHeaders headers) {
        return PageFrames.showing(
                PageResponse.ok(editor(lesson, Optional.empty(), FormErrors.NONE, headers), Language.of(headers)));
    }

    /** Keeps what was written, with its faults, for the next who writes on. */
    @POST
    @Path("{lesson}")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(FORM_BYTES)
    public Response save(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return written(lesson, sent, headers, revision -> {
            // Trainees see what they saw before.
        });
    }

    /** Keeps it and shows it to the county's trainees. */
    @POST
    @Path("{lesson}/publish")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(FORM_BYTES)
    public Response publish(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Asked asked = new Asked(signedIn.id(), sent.getFirst(REASON));
        return written(lesson, sent, headers, revision -> courses.publish(lesson, revision, asked));
    }

    private Response written(
            String lesson, MultivaluedMap<String, String> sent, HttpHeaders headers, LongConsumer then) {
        SortedMap<String, String> files = LessonForm.files(sent);
        SubmittedForm form = new SubmittedForm(
                        "lesson", headers, errors -> editor(lesson, Optional.of(files), errors, headers))
                .with(REASON, sent.getFirst(REASON));
        return PageFrames.showing(form.answer(() -> {
            String known = courses.draft(lesson).lesson();
            then.accept(courses.save(known, files, revision(sent.getFirst("revision")), signedIn.id()));
            return Response.seeOther(URI.create(PATH + "/" + known)).build();
        }));
    }

    /** The county's text fits the shipped lesson of today. */
    @POST
    @Path("{lesson}/compared")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    public Response compared(String lesson) {
        String known = courses.draft(lesson).lesson();
        courses.compared(known);
        return Response.seeOther(URI.create(PATH + "/" + known)).build();
    }

    /** Trainees see the shipped lesson again, or none. */
    @POST
    @Path("{lesson}/take-back")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response takeBack(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form = new SubmittedForm(
                        "back", headers, errors -> editor(lesson, Optional.empty(), errors, headers))
                .with(REASON, sent.getFirst(REASON));
        return PageFrames.showing(form.answer(() -> {
            String known = courses.draft(lesson).lesson();
            courses.takeBack(known, new Asked(signedIn.id(), sent.getFirst(REASON)));
            return Response.seeOther(URI.create(PATH + "/" + known)).build();
        }));
    }

    /** What is saved and not published is gone, and a lesson with it that is nothing else. */
    @POST
    @Path("{lesson}/discard")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(16_384)
    public Response discard(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form =
                new SubmittedForm("discard", headers, errors -> editor(lesson, Optional.empty(), errors, headers));
        return PageFrames.showing(form.answer(() -> {
            Draft draft = courses.draft(lesson);
            courses.discard(draft.lesson(), revision(sent.getFirst("revision")), signedIn.id());
            boolean left = courses.withoutDraft(draft.lesson()).isPresent();
            return Response.seeOther(URI.create(left ? PATH + "/" + draft.lesson() : "/content#" + draft.course()))
                    .build();
        }));
    }

    /** The saved draft as trainees will see it, for a frame. */
    @GET
    @Path("{lesson}/preview")
    public Response preview(String lesson, @Context HttpHeaders headers) {
        return preview(courses.check(lesson, courses.draft(lesson).files()), false, Language.of(headers));
    }

    /** What is in the form as trainees will see it, for a frame; nothing is kept. */
    @POST
    @Path("{lesson}/preview")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(FORM_BYTES)
    public Response preview(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Checked checked = courses.check(lesson, LessonForm.files(sent));
        Locale locale = "en".equals(sent.getFirst("language")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return preview(checked, "quiz".equals(sent.getFirst("part")), locale);
    }

    private Response preview(Checked checked, boolean quiz, Locale locale) {
        String page = checked.lesson()
                .map(lesson -> quiz ? preview.quiz(lesson, locale) : preview.lesson(lesson, locale))
                .orElseGet(() -> Templates.unreadable(EditorView.faults(checked.findings(), locale))
                        .setLocale(locale)
                        .render());
        return PageFrames.shown(Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** What the checks say of what is in the form, as part of a page; nothing is kept. */
    @POST
    @Path("{lesson}/check")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(FORM_BYTES)
    public TemplateInstance check(String lesson, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Checked checked = courses.check(lesson, LessonForm.files(sent));
        return Templates.faults(EditorView.faults(checked.findings(), Language.of(headers)), checked.losesFilm());
    }

    private TemplateInstance editor(
            String lesson, Optional<SortedMap<String, String>> typed, FormErrors errors, HttpHeaders headers) {
        Draft draft = courses.draft(lesson);
        SortedMap<String, String> files = typed.orElse(draft.files());
        Optional<Change> last =
                courses.history(lesson, Long.MAX_VALUE, 1).stream().findFirst();
        boolean officer = signedIn.is(Roles.OFFICER);
        return Templates.editor(
                EditorView.of(
                        draft,
                        courses.title(draft.lesson()),
                        files,
                        checked(draft, files, typed.isPresent()),
                        last,
                        courses.withoutDraft(draft.lesson()),
                        draft.savedBy().map(this::name).orElse(""),
                        courses.isOutdated(draft),
                        courses.isRemoved(draft.lesson()),
                        courses.courses().stream()
                                .anyMatch(
                                        course -> course.own() && course.slug().equals(draft.course())),
                        Language.of(headers)),
                officer || signedIn.is(Roles.MENTOR),
                officer,
                errors);
    }

    /** Files that are refused as such cannot be checked: their form says why. */
    private Checked checked(Draft draft, SortedMap<String, String> files, boolean typed) {
        try {
            return courses.check(draft.lesson(), files);
        } catch (Fault refused) {
            if (!typed) {
                throw refused;
            }
            return new Checked(Optional.empty(), List.of(), false);
        }
    }

    private String name(UUID person) {
        return people.names(List.of(person)).getOrDefault(person, "");
    }

    /** A revision that no page of ours could have sent is nobody's. */
    static long revision(String sent) {
        return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : -1;
    }
}
