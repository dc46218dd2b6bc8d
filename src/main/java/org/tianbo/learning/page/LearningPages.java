package org.tianbo.learning.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.CountyVideos;
import org.tianbo.learning.Progress;
import org.tianbo.learning.page.quiz.MarkedPage;
import org.tianbo.learning.page.quiz.QuizPage;
import org.tianbo.learning.page.quiz.VideoAnswersPage;
import org.tianbo.learning.page.voice.Voices;
import org.tianbo.learning.progress.Learning;
import org.tianbo.learning.progress.MarkedQuiz;
import org.tianbo.learning.progress.QuizTries;
import org.tianbo.learning.video.AnswersInVideos;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.assets.PreparedPage;

/** Courses, lessons and quizzes on a phone. Each works without a script; with one it works without a network too. */
@Path("/learn")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
@Produces(MediaType.TEXT_HTML)
class LearningPages {

    /** Characters of a script: some seven minutes of speech. */
    static final int LONGEST_SCRIPT = 1500;

    private final Curriculum curriculum;
    private final Learning learning;
    private final QuizTries tries;
    private final NoScriptForms noScriptForms;
    private final PreparedLessons prepared;
    private final OfflineCourses offline;
    private final OfflineBundles bundles;
    private final Voices voices;
    private final CountyVideos videos;
    private final AnswersInVideos answers;
    private final SignedIn signedIn;

    LearningPages(
            Curriculum curriculum,
            Learning learning,
            QuizTries tries,
            NoScriptForms noScriptForms,
            PreparedLessons prepared,
            OfflineCourses offline,
            OfflineBundles bundles,
            Voices voices,
            CountyVideos videos,
            AnswersInVideos answers,
            SignedIn signedIn) {
        this.curriculum = curriculum;
        this.learning = learning;
        this.tries = tries;
        this.noScriptForms = noScriptForms;
        this.prepared = prepared;
        this.offline = offline;
        this.bundles = bundles;
        this.voices = voices;
        this.videos = videos;
        this.answers = answers;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance courses(
                List<CourseCard> courses, Optional<CourseCard.Lesson> next, PathCard.Chosen path);

        static native TemplateInstance paths(List<PathCard> paths, boolean confirmed);

        /** @param other the same in the other language */
        static native TemplateInstance offline(OfflineCourses.View offline, OfflineCourses.View other);

        static native TemplateInstance words(WordsPage page);

        static native TemplateInstance checkWords(WordCheck check, int longest);

        static native TemplateInstance lesson(LessonPage lesson);

        static native TemplateInstance quiz(QuizPage quiz);

        static native TemplateInstance marked(MarkedPage marked);

        static native TemplateInstance videoAnswers(VideoAnswersPage page);
    }

    @GET
    public Response courses(@Context HttpHeaders headers) {
        PreparedPage page = prepared.courses(() -> learning.progress(signedIn.id()), Language.of(headers));
        return page.in(headers, signedIn.byPlaceholder()).response().build();
    }

    /** Courses to take along, for where there is no network. */
    @GET
    @Path("/offline")
    public TemplateInstance offline(@Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        return Templates.offline(offline.in(locale), offline.in(Language.other(locale)));
    }

    /** All lessons and quizzes of a course, for the phone's store. */
    @GET
    @Path("/offline/{course}")
    public Response bundle(String course, @QueryParam("from") String from, @Context HttpHeaders headers) {
        Progress progress = learning.progress(signedIn.id());
        return bundles.of(curriculum.course(course), from, progress, signedIn.id(), Language.of(headers))
                .in(headers, Collections.emptySortedMap())
                .response()
                .build();
    }

    @GET
    @Path("/words")
    public TemplateInstance words(@Context HttpHeaders headers) {
        return Templates.words(WordsPage.of(curriculum, Language.of(headers)));
    }

    @GET
    @Path("/check-words")
    public TemplateInstance checkWords() {
        return Templates.checkWords(WordCheck.nothingYet(), LONGEST_SCRIPT);
    }

    /** Nothing is kept of what is put in. */
    @POST
    @Path("/check-words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance checkedWords(
            @RestForm @NotNull @Size(max = LONGEST_SCRIPT) String text, @Context HttpHeaders headers) {
        return Templates.checkWords(WordCheck.of(text, curriculum, Language.of(headers)), LONGEST_SCRIPT);
    }

    /**
     * The tag names the page as drawn, with the addresses of this version's scripts, and whose id and name stand in it.
     * Weak, because the page may be compressed on its way.
     */
    @GET
    @Path("/{course}/{lesson}")
    public Response lesson(String course, String lesson, @Context HttpHeaders headers, @Context Request request) {
        LessonView view = in(course, lesson);
        PreparedPage page = prepared.lesson(view, learning.isDone(signedIn.id(), lesson), Language.of(headers));
        SortedMap<String, String> reader = signedIn.byPlaceholder();
        EntityTag tag = new EntityTag(page.tag(reader), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? page.in(headers, reader).response() : known)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** Of the version that was shown, also where it was withdrawn meanwhile: then there is no quiz to go on to. */
    @POST
    @Path("/{course}/{lesson}")
    public Response complete(String course, String lesson, @RestForm String version, @RestForm String record) {
        boolean known = curriculum.knows(lesson, String.valueOf(version));
        LessonView read = known ? in(course, curriculum.lesson(lesson, version)) : in(course, lesson);
        noScriptForms.complete(signedIn, read.slug(), version, record);
        return Response.seeOther(
                        URI.create(curriculum.isTaught(lesson) ? QuizPage.address(read.summary()) + "/quiz" : "/learn"))
                .build();
    }

    @GET
    @Path("/{course}/{lesson}/quiz")
    public TemplateInstance quiz(String course, String lesson, @Context HttpHeaders headers) {
        LessonView view = in(course, lesson);
        QuizTries.Tries tried = tries.of(signedIn.id(), lesson);
        QuizOrder order = QuizOrder.of(signedIn.id(), lesson, tried.count());
        QuizPage.Retake retake = noScriptForms.retake(tried);
        Locale locale = Language.of(headers);
        return Templates.quiz(
                QuizPage.of(view, after(view, curriculum), order, retake, voices.quiz(view, locale), locale));
    }

    /** To how the last answers were marked, or to the questions. */
    @GET
    @Path("/{course}/{lesson}/quiz/marked")
    public Response lastMarked(String course, String lesson) {
        String marked = tries.last(signedIn.id(), lesson)
                .map(last -> "/learn/" + course + "/" + lesson + "/quiz/marked/" + last)
                .orElseGet(() -> QuizPage.address(in(course, lesson).summary()) + "/quiz");
        return Response.seeOther(URI.create(marked)).build();
    }

    /** How the answers of one record were marked, also of a lesson that was withdrawn meanwhile. */
    @GET
    @Path("/{course}/{lesson}/quiz/marked/{record}")
    public TemplateInstance marked(String course, String lesson, UUID record, @Context HttpHeaders headers) {
        MarkedQuiz marked = tries.marked(signedIn.id(), lesson, record)
                .orElseThrow(() -> new NotFound("learning.answers-not-found"));
        return marked(marked, lesson, headers);
    }

    /**
     * How the reader's answers inside the lesson's video were marked. What was passed over is not among them, nor any
     * question for which the video does not stop: what is right in those, the quiz will ask.
     */
    @GET
    @Path("/{course}/{lesson}/video-answers")
    public TemplateInstance videoAnswers(String course, String lesson, @Context HttpHeaders headers) {
        LessonView view = in(course, lesson);
        List<AnswersInVideos.Marked> marked = videos.of(lesson).stream()
                .flatMap(video -> answers.of(signedIn.id(), video.version(), lesson).stream()
                        .filter(one -> !one.skipped() && video.asks(one.asked().id())))
                .toList();
        return Templates.videoAnswers(VideoAnswersPage.of(view, marked, Language.of(headers)));
    }

    /**
     * Of the version that was shown, also where it was withdrawn meanwhile. While the quiz may not be answered again
     * nothing is kept, and what was answered last is shown.
     */
    @POST
    @Path("/{course}/{lesson}/quiz")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance answer(
            String course, String lesson, MultivaluedMap<String, String> form, @Context HttpHeaders headers) {
        LessonView answered = in(course, curriculum.lesson(lesson, String.valueOf(form.getFirst("version"))));
        UUID reader = signedIn.id();
        Optional<UUID> last =
                noScriptForms.retake(tries.of(reader, lesson)).open() ? Optional.empty() : tries.last(reader, lesson);
        return last.map(record -> marked(course, lesson, record, headers))
                .orElseGet(() ->
                        marked(tries.marked(reader, noScriptForms.answer(signedIn, answered, form)), lesson, headers));
    }

    private TemplateInstance marked(MarkedQuiz marked, String lesson, HttpHeaders headers) {
        LessonView asked = curriculum.lesson(lesson, marked.version());
        return Templates.marked(MarkedPage.of(asked, marked, after(asked, curriculum), Language.of(headers)));
    }

    private LessonView in(String course, String slug) {
        return in(course, curriculum.lesson(slug));
    }

    private static LessonView in(String course, LessonView lesson) {
        if (!lesson.course().equals(course)) {
            throw new NotFound("curriculum.lesson-not-found");
        }
        return lesson;
    }

    static Optional<LessonSummary> after(LessonView lesson, Curriculum curriculum) {
        List<LessonSummary> taught = curriculum.courses().stream()
                .map(CourseView::lessons)
                .flatMap(List::stream)
                .dropWhile(one -> !one.slug().equals(lesson.slug()))
                .toList();
        return taught.stream().skip(1).findFirst();
    }
}
