package org.tianbo.film.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.film.publishing.FilmQuestions;
import org.tianbo.film.publishing.QuestionFault;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.VideoAnswers;
import org.tianbo.platform.time.DateTexts;

/**
 * The questions for which a video stops, how trainees answered them, and the form that adds one.
 *
 * @param pool what can be added
 * @param tried what was put in and not taken; its fault is null where nothing was
 */
record VideoQuestions(List<Line> lines, List<Choice> pool, Tried tried) {

    /**
     * @param ask empty where the lesson asks it no longer
     * @param answered trainees, and how many of them right at their first try
     */
    record Line(String item, String time, String ask, int answered, int right, int skipped) {

        public boolean met() {
            return answered + skipped > 0;
        }
    }

    record Choice(String item, String ask, boolean chosen) {}

    /** @param at as it was typed */
    record Tried(String item, String at, QuestionFault fault) {

        static Tried nothing() {
            return new Tried("", "", null);
        }
    }

    static VideoQuestions of(
            LessonView lesson,
            List<CountyVideo.Question> questions,
            Map<String, VideoAnswers.Figures> figures,
            Tried tried,
            Locale locale) {
        Map<String, String> pool = lesson.quiz().items().stream()
                .collect(Collectors.toMap(Quiz.Item::id, item -> item.ask().in(locale)));
        Set<String> taken = questions.stream().map(CountyVideo.Question::item).collect(Collectors.toSet());
        return new VideoQuestions(
                questions.stream()
                        .map(one -> line(
                                one,
                                pool.getOrDefault(one.item(), ""),
                                figures.getOrDefault(one.item(), VideoAnswers.Figures.NONE)))
                        .toList(),
                lesson.quiz().items().stream()
                        .filter(item -> !taken.contains(item.id()))
                        .map(item -> new Choice(
                                item.id(), pool.get(item.id()), item.id().equals(tried.item())))
                        .toList(),
                tried);
    }

    private static Line line(CountyVideo.Question question, String ask, VideoAnswers.Figures figures) {
        return new Line(
                question.item(),
                DateTexts.clock(Duration.ofSeconds(question.second())),
                ask,
                figures.answered(),
                figures.right(),
                figures.skipped());
    }

    public boolean mayAddMore() {
        return lines.size() < FilmQuestions.MOST && !pool.isEmpty();
    }
}
