package org.tianbo.narration.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.LessonView.Sentence;

class NarrationDeskTest {

    private static final List<Sentence> LESSON =
            List.of(new Sentence("a", "a", false), new Sentence("b", "b", false), new Sentence("q", "q", true));

    @Test
    void theTextAndTheQuizMayEachBeHalfAnHourLong() {
        assertThat(tooLong(Map.of("a", take(29), "b", take(1), "q", take(30)))).isFalse();
        assertThat(tooLong(Map.of("a", take(29), "b", take(2)))).isTrue();
        assertThat(tooLong(Map.of("a", take(1), "q", take(31)))).isTrue();
    }

    @Test
    void whatIsNoLongerInTheLessonDoesNotCount() {
        assertThat(tooLong(Map.of("a", take(29), "of before", take(29)))).isFalse();
    }

    private static boolean tooLong(Map<String, SpokenSentence> spoken) {
        return NarrationDesk.isTooLong(LESSON, spoken);
    }

    private static SpokenSentence take(int minutes) {
        return new SpokenSentence(
                "", "", "", 1, Duration.ofMinutes(minutes).toMillis(), UUID.randomUUID(), Instant.EPOCH);
    }
}
