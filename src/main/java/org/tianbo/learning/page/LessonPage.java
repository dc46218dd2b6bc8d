package org.tianbo.learning.page;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.Sizes;
import org.tianbo.learning.page.quiz.VideoQuestion;
import org.tianbo.learning.page.voice.LessonVoice;
import org.tianbo.platform.time.DateTexts;

/**
 * A lesson as one reader sees it. {@code of} is how many lessons its course has; {@code film}, {@code video} and {@code
 * voice} are null where there is none.
 */
record LessonPage(
        String slug,
        String version,
        String course,
        int number,
        int of,
        String title,
        String cost,
        RawString body,
        FilmCopy film,
        Video video,
        LessonVoice voice,
        List<Word> terms,
        List<Cited> rules,
        boolean done) {

    /** A film, the language of its captions, how long it is and what it costs to see. */
    record FilmCopy(String address, String language, int seconds, String cost) {}

    /**
     * The county's video and what each copy costs; {@code sound} is empty where it has none.
     *
     * @param bytes of the small copy
     * @param seconds that can be watched
     */
    record Video(
            UUID version,
            String address,
            String length,
            String small,
            String better,
            String sound,
            long bytes,
            int seconds,
            boolean captions,
            List<VideoQuestion> questions) {

        static Video of(CountyVideo video, LessonView lesson, Locale locale) {
            return new Video(
                    video.version(),
                    video.address(),
                    DateTexts.clock(video.length()),
                    Sizes.of(video.small()),
                    Sizes.of(video.better()),
                    video.sound() == 0 ? "" : Sizes.of(video.sound()),
                    video.small(),
                    Math.toIntExact(video.length().toSeconds()),
                    video.captions(),
                    VideoQuestion.of(video, lesson, locale));
        }
    }

    /** A word the lesson explains. */
    record Word(String term, String meaning) {}

    /** A rule the lesson speaks about; what a county wrote may cite one that is no longer published. */
    record Cited(String id, String title) {}

    static LessonPage of(
            LessonView lesson,
            Curriculum curriculum,
            RawString body,
            Optional<Films.Packed> film,
            Optional<CountyVideo> video,
            LessonVoice voice,
            boolean done,
            Locale locale) {
        // A preview may be of a course that is not taught yet.
        List<String> taught = curriculum.courses().stream()
                .filter(course -> course.slug().equals(lesson.course()))
                .flatMap(course -> course.lessons().stream())
                .map(LessonSummary::slug)
                .toList();
        int place = taught.indexOf(lesson.slug()) + 1;
        int number = place == 0 ? lesson.number() : place;
        return new LessonPage(
                lesson.slug(),
                lesson.version(),
                lesson.course(),
                number,
                Math.max(number, taught.size()),
                lesson.title().in(locale),
                Sizes.of(lesson.bytes().in(locale)),
                body,
                film.map(packed -> new FilmCopy(
                                packed.address(),
                                locale.getLanguage(),
                                lesson.film().orElseThrow().seconds(),
                                Sizes.of(packed.bytes())))
                        .orElse(null),
                video.map(one -> Video.of(one, lesson, locale)).orElse(null),
                voice,
                curriculum.termsOf(lesson.slug()).stream()
                        .map(word ->
                                new Word(word.term().in(locale), word.says().in(locale)))
                        .toList(),
                lesson.rules().stream()
                        .flatMap(rule -> curriculum.findRule(rule).stream())
                        .map(rule -> new Cited(rule.slug(), rule.title().in(locale)))
                        .toList(),
                done);
    }

    public String address() {
        return "/learn/" + course + "/" + slug;
    }
}
