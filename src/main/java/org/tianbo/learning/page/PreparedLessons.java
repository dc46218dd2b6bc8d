package org.tianbo.learning.page;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LearningPaths.LearningPath;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.CountyVideos;
import org.tianbo.learning.LessonPreview;
import org.tianbo.learning.Progress;
import org.tianbo.learning.page.quiz.QuizPage;
import org.tianbo.learning.page.voice.LessonVoice;
import org.tianbo.learning.page.voice.Voices;
import org.tianbo.learning.progress.RetakeRule;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.assets.PreparedPage;
import org.tianbo.platform.web.assets.PreparedPages;

/**
 * The pages of courses and lessons, rendered once for all readers with the same progress. A lesson that is kept under
 * an edition of the content was rendered while that one was current; a list of courses is as new as its edition, or
 * newer.
 */
@ApplicationScoped
class PreparedLessons implements LessonPreview {

    /**
     * @param version of the lesson: an edition may be replaced between two looks at it
     * @param video of the reader's county
     * @param voice what is spoken in the reader's county
     */
    private record ShownLesson(
            String edition,
            String version,
            String language,
            boolean done,
            Optional<CountyVideo> video,
            Optional<LessonVoice> voice,
            boolean helping) {}

    /**
     * @param progress one character a lesson
     * @param path id of the one chosen; null for none
     */
    private record ShownCourses(String edition, String progress, String path, String language, boolean helping) {}

    /** Progress in the courses of one edition: a page of one county's must not be kept for all. */
    record Seen(String edition, Progress progress) {

        static Seen of(Supplier<String> edition, Supplier<Progress> progress) {
            String before = edition.get();
            Progress seen = progress.get();
            for (String after = edition.get(); !after.equals(before); after = edition.get()) {
                before = after;
                seen = progress.get();
            }
            return new Seen(before, seen);
        }
    }

    private final Curriculum curriculum;
    private final LessonBodies bodies;
    private final Films films;
    private final CountyVideos videos;
    private final Voices voices;
    private final PreparedPages pages;
    private final SignedIn signedIn;

    PreparedLessons(
            Curriculum curriculum,
            LessonBodies bodies,
            Films films,
            CountyVideos videos,
            Voices voices,
            PreparedPages pages,
            SignedIn signedIn) {
        this.curriculum = curriculum;
        this.bodies = bodies;
        this.films = films;
        this.videos = videos;
        this.voices = voices;
        this.pages = pages;
        this.signedIn = signedIn;
    }

    PreparedPage lesson(LessonView lesson, boolean done, Locale locale) {
        Optional<CountyVideo> video = videos.of(lesson.slug());
        Optional<LessonVoice> voice = voices.lesson(lesson, locale);
        return pages.ofEdition(
                curriculum::edition,
                edition -> new ShownLesson(
                        edition, lesson.version(), locale.getLanguage(), done, video, voice, signedIn.isHelping()),
                SignedIn.PLACEHOLDERS,
                rendering(() -> template(lesson, video, voice, done, locale), locale));
    }

    /**
     * A lesson's page for the reader of this request.
     *
     * @param video of their county
     */
    String rendered(LessonView lesson, Optional<CountyVideo> video, boolean done, Locale locale) {
        return template(lesson, video, voices.lesson(lesson, locale), done, locale)
                .setLocale(locale)
                .render();
    }

    @Override
    public String lesson(LessonView lesson, Locale locale) {
        RawString body = new RawString(lesson.html(locale));
        return template(lesson, body, Optional.empty(), Optional.empty(), Optional.empty(), false, locale)
                .setLocale(locale)
                .render();
    }

    @Override
    public String quiz(LessonView lesson, Locale locale) {
        QuizOrder order = QuizOrder.of(new UUID(0, 0), lesson.slug(), 0);
        QuizPage.Retake retake = QuizPage.Retake.free(new RetakeRule(0, 0));
        return LearningPages.Templates.quiz(
                        QuizPage.of(lesson, Optional.empty(), order, retake, Optional.empty(), locale))
                .setLocale(locale)
                .render();
    }

    private TemplateInstance template(
            LessonView lesson, Optional<CountyVideo> video, Optional<LessonVoice> voice, boolean done, Locale locale) {
        return template(lesson, bodies.of(lesson, locale), films.of(lesson), video, voice, done, locale);
    }

    private TemplateInstance template(
            LessonView lesson,
            RawString body,
            Optional<Films.Packed> film,
            Optional<CountyVideo> video,
            Optional<LessonVoice> voice,
            boolean done,
            Locale locale) {
        return LearningPages.Templates.lesson(
                LessonPage.of(lesson, curriculum, body, film, video, voice.orElse(null), done, locale));
    }

    /** @param reader says how far the reader of this request has come */
    PreparedPage courses(Supplier<Progress> reader, Locale locale) {
        Seen seen = Seen.of(curriculum::edition, reader);
        Progress progress = seen.progress();
        return page(
                new ShownCourses(
                        seen.edition(),
                        stages(progress),
                        progress.path().map(LearningPath::id).orElse(null),
                        locale.getLanguage(),
                        signedIn.isHelping()),
                () -> LearningPages.Templates.courses(
                        CourseCard.all(progress, locale),
                        progress.openLesson().map(next -> CourseCard.Lesson.of(next, locale)),
                        progress.path()
                                .map(path -> PathCard.Chosen.of(path, progress, locale))
                                .orElse(null)),
                locale);
    }

    private PreparedPage page(Record shown, Supplier<TemplateInstance> page, Locale locale) {
        return pages.of(shown, SignedIn.PLACEHOLDERS, rendering(page, locale));
    }

    private Supplier<String> rendering(Supplier<TemplateInstance> page, Locale locale) {
        return () ->
                signedIn.behindPlaceholders(() -> page.get().setLocale(locale).render());
    }

    /** All that the list of courses shows of a reader's progress. */
    private static String stages(Progress progress) {
        return progress.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .flatMap(lesson -> Stream.of(lesson.done(), lesson.answered(), lesson.quizPassed()))
                .map(yes -> yes ? "1" : "0")
                .collect(Collectors.joining());
    }
}
