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

    /** @param score 0–100 */
    public record Answered(String lesson, int score, boolean passed, Instant at) {}
}
