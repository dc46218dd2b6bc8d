package org.tianbo.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A trainee answered quizzes; each try is published once, within the transaction that stores it.
 *
 * @param answers at least one
 */
public record QuizzesAnswered(UUID trainee, List<Answered> answers) {

    /**
     * One try.
     *
     * @param score 0–100
     * @param counts whether it may pass the quiz: whoever answers a round again knows what is right in it
     */
    public record Answered(String lesson, int score, boolean passed, boolean counts, Instant at) {}
}
