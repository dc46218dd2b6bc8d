package org.tianbo.learning.video;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.VideoAnswers;
import org.tianbo.learning.sync.RecordData;

/** Marks what phones recorded of the questions for which videos stop. */
@ApplicationScoped
public class AnswersInVideos implements VideoAnswers {

    private final Curriculum curriculum;
    private final VideoAnswerTable table;

    AnswersInVideos(Curriculum curriculum, VideoAnswerTable table) {
        this.curriculum = curriculum;
        this.table = table;
    }

    /**
     * One answer.
     *
     * @param record of the phone that holds it
     * @param order in which the choices stood
     */
    public record Marked(UUID record, Quiz.Item asked, Quiz.Answered answered, QuizOrder order) {

        public boolean skipped() {
            return answered.chosen().isEmpty();
        }
    }

    /**
     * What a trainee answered last, question by question; what was only passed over is among it.
     *
     * @param lesson whose video it is: what another lesson calls the same is another question
     */
    public List<Marked> of(UUID trainee, UUID video, String lesson) {
        return table.last(trainee, video, lesson).stream()
                .map(last -> new Marked(
                        last.record(),
                        last.answer().asked(curriculum).items().get(0),
                        answered(last.answer()),
                        QuizOrder.inVideo(video)))
                .toList();
    }

    @Override
    public Map<String, Figures> of(UUID video, String lesson) {
        Map<String, Figures> figures = new HashMap<>();
        table.first(video, lesson)
                .forEach(first -> figures.merge(first.answer().item(), figures(first), AnswersInVideos::sum));
        return figures;
    }

    private Quiz.Answered answered(RecordData.OfVideoAnswer answer) {
        return answer.asked(curriculum)
                .grade(Map.of(answer.item(), answer.answer()))
                .items()
                .get(0);
    }

    private Figures figures(VideoAnswerTable.First first) {
        return first.answer().answer().isEmpty()
                ? new Figures(0, 0, first.people())
                : new Figures(first.people(), answered(first.answer()).right() ? first.people() : 0, 0);
    }

    private static Figures sum(Figures one, Figures other) {
        return new Figures(
                one.answered() + other.answered(), one.right() + other.right(), one.skipped() + other.skipped());
    }
}
