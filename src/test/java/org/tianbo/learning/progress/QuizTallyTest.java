package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Quiz;

class QuizTallyTest {

    private static final Instant MORNING = Instant.parse("2026-06-18T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-06-18T12:00:00Z");

    private final QuizTally failed = QuizTally.of(grade(40, false), MORNING);
    private final QuizTally passed = QuizTally.of(grade(100, true), NOON);
    private final QuizTally again = QuizTally.of(grade(80, true), EVENING);

    @Test
    void theBestAndTheLastAreCountedApartAndThePassIsTheFirst() {
        QuizTally tally = failed.with(passed).with(again);

        assertThat(tally).isEqualTo(new QuizTally(3, 100, NOON, 80, EVENING));
    }

    @Test
    void theOrderOfArrivalDecidesNothing() {
        QuizTally inOrder = failed.with(passed).with(again);

        assertThat(List.of(
                        again.with(passed).with(failed),
                        passed.with(again.with(failed)),
                        again.with(failed).with(passed)))
                .allMatch(inOrder::equals);
    }

    @Test
    void twoAnswersOfTheSameMomentCountAsTheBetterInWhicheverOrder() {
        QuizTally better = QuizTally.of(grade(60, true), MORNING);

        assertThat(failed.with(better).last()).isEqualTo(60);
        assertThat(better.with(failed).last()).isEqualTo(60);
    }

    @Test
    void whoNeverPassedHasNoTimeOfPassing() {
        assertThat(failed.with(failed).passedAt()).isNull();
    }

    private static Quiz.Grade grade(int score, boolean passed) {
        return new Quiz.Grade(List.of(), score / 20, 5, score, passed);
    }
}
