package org.tianbo.learning.progress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tianbo.learning.sync.RecordData;

/**
 * Which answers of one learner may pass a quiz. Whoever answered a round has seen what is right in it, so of each round
 * only the answers that were received first do; later ones are tries. Answers of phones that know of no rounds all do.
 * Ask in the order in which answers were received, and in one call by their time and id.
 */
final class QuizRounds {

    private final Set<List<Object>> answered = new HashSet<>();

    /** Whether no answers to this round were asked about before. */
    boolean isFirst(RecordData.OfQuiz quiz) {
        return quiz.round() == null || answered.add(List.of(quiz.lesson(), quiz.round()));
    }
}
