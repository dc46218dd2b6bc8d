package org.tianbo.mentoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.mentoring.ReviewSummary;

class FeedbackSeriesTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T02:00:00Z");

    /**
     * Each feedback as {@code rehearsal:score}, in the order they were given; rehearsals are numbered as they were
     * handed in.
     */
    @ParameterizedTest(name = "{0}: feedback {1}")
    @CsvSource({
        "1:60,                 1, 1, 60",
        "1:60 2:72,            1, 1, 60",
        "1:60 2:72,            2, 2, 60 72",
        "1:60 2:72 3:70,       3, 3, 60 72 70",
        // The first rehearsal was taken back, or could not be prepared.
        "2:72,                 1, 1, 72",
        "2:72 3:70,            2, 2, 72 70",
        // Marked in another order than handed in.
        "2:72 1:60,            1, 1, 72",
        "2:72 1:60,            2, 2, 60",
        "2:72 1:60 3:70,       3, 3, 60 72 70",
    })
    void countsInTheOrderGivenAndComparesInTheOrderHandedIn(String given, int which, int number, String scores) {
        List<ReviewSummary> all = new ArrayList<>();
        for (String one : given.split(" ")) {
            String[] parts = one.split(":");
            all.add(given(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), all.size(), "v"));
        }

        FeedbackSeries series = FeedbackSeries.upTo(all.get(which - 1).review(), all);

        assertThat(series.number()).isEqualTo(number);
        assertThat(series.scores())
                .containsExactlyElementsOf(
                        Arrays.stream(scores.split(" ")).map(Integer::valueOf).toList());
    }

    /** Each feedback as {@code rehearsal:score:rubric}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1:60:a 2:72:b,                      72,    true,",
        "1:60:a 2:72:own-1.a,                72,    true,",
        "1:60:own-1.a 2:72:own-2.a,          72,    true,",
        "1:60:own-1.a 2:72:own-1.b,          60 72, false, 60",
        "1:60:a 2:90:b 3:72:a,               60 72, true,",
        "1:60:b 2:62:a 3:72:a,               62 72, false, 62",
        "2:60:b 1:72:a,                      72,    false,",
    })
    void scoresOfTwoRubricsAreNotCompared(String given, String scores, boolean otherBefore, Integer previous) {
        List<ReviewSummary> all = new ArrayList<>();
        for (String one : given.split(" ")) {
            String[] parts = one.split(":");
            all.add(given(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), all.size(), parts[2]));
        }

        FeedbackSeries series = FeedbackSeries.upTo(all.get(all.size() - 1).review(), all);

        assertThat(series.scores()).extracting(Object::toString).containsExactly(scores.split(" "));
        assertThat(series.otherBefore()).isEqualTo(otherBefore);
        assertThat(series.previous()).isEqualTo(Optional.ofNullable(previous));
    }

    private static ReviewSummary given(int rehearsal, int score, int order, String rubric) {
        return new ReviewSummary(
                UUID.randomUUID(),
                UUID.randomUUID(),
                rehearsal,
                "米酒",
                FIRST.plus(Duration.ofHours(rehearsal)),
                score,
                false,
                FIRST.plus(Duration.ofDays(1 + order)),
                rubric);
    }
}
