package org.tianbo.film.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView;
import org.tianbo.film.Film;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmState;
import org.tianbo.film.FilmTable;
import org.tianbo.film.captions.CaptionFault;
import org.tianbo.film.captions.Captions;
import org.tianbo.film.publishing.FilmQuestions;
import org.tianbo.film.publishing.Publishing;
import org.tianbo.learning.VideoAnswers;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;

/** The county's videos of lessons: added by mentors and officers, shown to trainees by officers. */
@Path("/lesson-videos")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class VideoPages {

    /** Of a form: some two thousand captions in Chinese. */
    private static final int CAPTION_BYTES = 1024 * 1024;

    private static final int UNPROCESSABLE = 422;

    private final Curriculum curriculum;
    private final FilmTable films;
    private final Publishing publishing;
    private final Captions captions;
    private final FilmQuestions questions;
    private final VideoAnswers answers;
    private final FilmConfig config;
    private final SignedIn signedIn;

    VideoPages(
            Curriculum curriculum,
            FilmTable films,
            Publishing publishing,
            Captions captions,
            FilmQuestions questions,
            VideoAnswers answers,
            FilmConfig config,
            SignedIn signedIn) {
        this.curriculum = curriculum;
        this.films = films;
        this.publishing = publishing;
        this.captions = captions;
        this.questions = questions;
        this.answers = answers;
        this.config = config;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(VideoList list);

        static native TemplateInstance lesson(LessonVideos videos);

        static native TemplateInstance video(VideoPage video);
    }

    /** @param course its slug; the first where none is named */
    @GET
    public TemplateInstance list(@QueryParam("course") Optional<String> course, @Context HttpHeaders headers) {
        String shown = course.orElseGet(() -> curriculum.courses().get(0).slug());
        return Templates.list(VideoList.of(curriculum.course(shown), films.all(), curriculum, Language.of(headers)));
    }

    @GET
    @Path("/{lesson}")
    public TemplateInstance lesson(String lesson, @Context HttpHeaders headers) {
        boolean mayPublish = signedIn.is(Roles.OFFICER);
        return Templates.lesson(LessonVideos.of(
                lastTaught(lesson),
                curriculum.isTaught(lesson),
                films.of(lesson),
                config,
                mayPublish || signedIn.is(Roles.MENTOR),
                mayPublish,
                publishing,
                Language.of(headers)));
    }

    @GET
    @Path("/{lesson}/{film}")
    public TemplateInstance video(String lesson, UUID film, @Context HttpHeaders headers) {
        Film shown = ready(lesson, film);
        return video(shown, captions.of(film).orElse(""), List.of(), VideoQuestions.Tried.nothing(), headers);
    }

    /** Captions with faults are kept nowhere but on the page, with the line of each fault. */
    @POST
    @Path("/{lesson}/{film}/captions")
    @BodyLimit(CAPTION_BYTES)
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    public Response captions(String lesson, UUID film, @RestForm @NotNull String vtt, @Context HttpHeaders headers) {
        Film shown = ready(lesson, film);
        List<CaptionFault> faults = captions.put(shown, vtt);
        return faults.isEmpty()
                ? Response.seeOther(URI.create("/lesson-videos/" + shown.lesson() + "/" + film))
                        .build()
                : PageResponse.of(
                        UNPROCESSABLE,
                        video(shown, vtt, faults, VideoQuestions.Tried.nothing(), headers),
                        Language.of(headers));
    }

    /** What was put in and not taken is kept nowhere but on the page, with its fault. */
    @POST
    @Path("/{lesson}/{film}/questions")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    public Response ask(
            String lesson,
            UUID film,
            @RestForm @NotNull @Size(max = 100) String item,
            @RestForm @NotNull @Size(max = 20) String at,
            @Context HttpHeaders headers) {
        Film shown = ready(lesson, film);
        return questions
                .add(shown, item, at)
                .map(fault -> PageResponse.of(
                        UNPROCESSABLE,
                        video(
                                shown,
                                captions.of(film).orElse(""),
                                List.of(),
                                new VideoQuestions.Tried(item, at, fault),
                                headers),
                        Language.of(headers)))
                .orElseGet(() -> toQuestions(shown));
    }

    @POST
    @Path("/{lesson}/{film}/questions/{item}/remove")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    public Response stopAsking(String lesson, UUID film, String item) {
        Film shown = ready(lesson, film);
        questions.remove(shown, item);
        return toQuestions(shown);
    }

    private static Response toQuestions(Film film) {
        return Response.seeOther(URI.create("/lesson-videos/" + film.lesson() + "/" + film.id() + "#questions"))
                .build();
    }

    private TemplateInstance video(
            Film film, String vtt, List<CaptionFault> faults, VideoQuestions.Tried tried, HttpHeaders headers) {
        boolean mayChange = signedIn.is(Roles.OFFICER) || signedIn.is(Roles.MENTOR);
        LessonView lesson = lastTaught(film.lesson());
        Locale locale = Language.of(headers);
        VideoQuestions asked =
                VideoQuestions.of(lesson, questions.of(film.id()), answers.of(film.id(), film.lesson()), tried, locale);
        return Templates.video(VideoPage.of(film, lesson, vtt, faults, asked, mayChange, locale));
    }

    private Film ready(String lesson, UUID film) {
        return films.find(film)
                .filter(one -> one.lesson().equals(lesson) && one.state() == FilmState.READY)
                .orElseThrow(FilmRefused::unknown);
    }

    @POST
    @Path("/{lesson}/{film}/publish")
    @RolesAllowed(Roles.OFFICER)
    public Response publish(String lesson, UUID film) {
        publishing.publish(film);
        return to(lesson);
    }

    @POST
    @Path("/{lesson}/{film}/withdraw")
    @RolesAllowed(Roles.OFFICER)
    public Response withdraw(String lesson, UUID film) {
        publishing.withdraw(film);
        return to(lesson);
    }

    @POST
    @Path("/{lesson}/{film}/delete")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    public Response delete(String lesson, UUID film) {
        publishing.delete(film);
        return to(lesson);
    }

    /** A lesson that was taken back keeps its videos: they can be looked at, taken back and deleted. */
    private LessonView lastTaught(String lesson) {
        return curriculum.lastTaught(lesson).orElseThrow(() -> new NotFound("curriculum.lesson-not-found"));
    }

    /** To the page of a lesson that there is or that has videos, whatever stood in the address. */
    private Response to(String lesson) {
        boolean known = curriculum.isTaught(lesson) || !films.of(lesson).isEmpty();
        return Response.seeOther(URI.create("/lesson-videos" + (known ? "/" + lesson : "")))
                .build();
    }
}
