package org.tianbo.learning.page.quiz;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.CountyVideo;

/** A question for which the county's video stops at that second. What is right stands nowhere in it. */
public record VideoQuestion(int second, QuizPage.Item item) {

    /** Those that the lesson still asks. */
    public static List<VideoQuestion> of(CountyVideo video, LessonView lesson, Locale locale) {
        QuizOrder order = QuizOrder.inVideo(video.version());
        return video.questions().stream()
                .flatMap(question -> item(lesson.quiz(), question.item())
                        .map(item -> new VideoQuestion(
                                question.second(), QuizPage.item(item, order, Optional.empty(), locale))))
                .toList();
    }

    private static Stream<Quiz.Item> item(Quiz quiz, String id) {
        return quiz.items().stream().filter(item -> item.id().equals(id));
    }
}
