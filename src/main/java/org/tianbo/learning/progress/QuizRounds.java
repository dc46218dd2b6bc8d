package org.tianbo.learning.progress;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.sync.RecordData;

/**
 * Which answers of one learner may pass a quiz. Whoever answered a round has seen what is right in it, so of each round
 * only the answers that were received first do; later ones are tries. Answers of phones that know of no rounds all do.
 * Ask in the order in which answers were received, and in one call by their time and id.
 */
final class QuizRounds {

    private final Set<List<Object>> answered = new HashSet<>();

    QuizTally tally(RecordData.OfQuiz quiz, Quiz.Grade grade, Instant at) {
        boolean first = quiz.round() == null || answered.add(List.of(quiz.lesson(), quiz.round()));
        return first ? QuizTally.of(grade, at) : QuizTally.ofAnotherTryAtARound(grade, at);
    }
}
