package org.tianbo.learning.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.CountyVideos;
import org.tianbo.learning.Progress;
import org.tianbo.learning.page.quiz.QuizPage;
import org.tianbo.learning.page.voice.Voices;
import org.tianbo.learning.progress.RetakeSettings;
import org.tianbo.platform.web.assets.PreparedPage;

/**
 * All lessons and quizzes of a course in one answer: where each request costs half a second, two hundred take minutes.
 * Before each page stand U+001E and its address on a line of its own; the last one ends with that
 * character too, so that a phone knows what was cut.
 */
@ApplicationScoped
class OfflineBundles {

    /** Stands in no page. */
    private static final char SEPARATOR = '\u001e';

    private static final UUID NOBODY = new UUID(0, 0);

    private final Curriculum curriculum;
    private final PreparedLessons prepared;
    private final CountyVideos videos;
    private final RetakeSettings retakes;
    private final Voices voices;

    OfflineBundles(
            Curriculum curriculum,
            PreparedLessons prepared,
            CountyVideos videos,
            RetakeSettings retakes,
            Voices voices) {
        this.curriculum = curriculum;
        this.prepared = prepared;
        this.videos = videos;
        this.retakes = retakes;
        this.voices = voices;
    }

    /** As somebody of any county who has finished no lesson gets it: what it costs. */
    PreparedPage ofNewcomer(CourseView course, Locale locale) {
        return bundle(course.lessons(), Map.of(), Set.of(), NOBODY, locale);
    }

    /**
     * The pages for the reader of this request. Quizzes ask what they ask first: a phone that was asked before knows
     * it.
     *
     * @param from slug of the lesson it begins with; the whole course where it has no such lesson
     */
    PreparedPage of(CourseView course, String from, Progress progress, UUID reader, Locale locale) {
        Set<String> done = progress.courses().stream()
                .flatMap(one -> one.lessons().stream())
                .filter(Progress.OfLesson::done)
                .map(lesson -> lesson.lesson().slug())
                .collect(Collectors.toSet());
        List<LessonSummary> lessons = course.lessons().stream()
                .dropWhile(lesson -> !lesson.slug().equals(from))
                .toList();
        return bundle(lessons.isEmpty() ? course.lessons() : lessons, videos.byLesson(), done, reader, locale);
    }

    /** @param videos of the reader's county, by lesson */
    private PreparedPage bundle(
            List<LessonSummary> lessons,
            Map<String, CountyVideo> videos,
            Set<String> done,
            UUID reader,
            Locale locale) {
        StringBuilder pages = new StringBuilder();
        QuizPage.Retake retake = QuizPage.Retake.free(retakes.rule());
        for (LessonSummary summary : lessons) {
            LessonView lesson = curriculum.lesson(summary.slug());
            String address = "/learn/" + lesson.course() + "/" + lesson.slug();
            Optional<CountyVideo> video = Optional.ofNullable(videos.get(lesson.slug()));
            add(pages, address, prepared.rendered(lesson, video, done.contains(lesson.slug()), locale));
            QuizOrder order = QuizOrder.of(reader, lesson.slug(), 0);
            QuizPage quiz = QuizPage.of(
                    lesson,
                    LearningPages.after(lesson, curriculum),
                    order,
                    retake,
                    voices.quiz(lesson, locale),
                    locale);
            add(
                    pages,
                    address + "/quiz",
                    LearningPages.Templates.quiz(quiz).setLocale(locale).render());
        }
        return PreparedPage.of(pages.append(SEPARATOR).toString(), List.of());
    }

    private static void add(StringBuilder pages, String address, String html) {
        pages.append(SEPARATOR).append(address).append('\n').append(html);
    }
}
