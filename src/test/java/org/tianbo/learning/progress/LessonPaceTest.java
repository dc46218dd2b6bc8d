package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.learning.LessonProof;
import org.tianbo.platform.data.Ids;

class LessonPaceTest {

    private static final Instant NOON = Instant.parse("2026-06-18T04:00:00Z");
    private static final LessonPace PACE = new LessonPace(Duration.ofSeconds(20));

    @Test
    void quizzesOfDifferentLessonsAnsweredInOneGoAreFlaggedAndOneAnsweredAgainIsNot() {
        List<LessonProof> proofs = List.of(
                answered("first", NOON),
                answered("second", NOON.plusSeconds(3)),
                answered("third", NOON.plusSeconds(300)),
                answered("third", NOON.plusSeconds(310)));

        assertThat(PACE.hurried(proofs))
                .containsExactlyInAnyOrder(proofs.get(0).record(), proofs.get(1).record());
    }

    @Test
    void sixtyTwoLessonsInOneSecondAreAllFlagged() {
        List<LessonProof> evening = IntStream.range(0, 62)
                .mapToObj(number -> finished("lesson-" + number, NOON.plusMillis(number * 16L)))
                .toList();

        assertThat(PACE.hurried(evening)).hasSize(62);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "19999, 2", "20000, 0", "300000, 0"})
    void twoLessonsAreAsFarApartAsTheShorterTakes(long millis, int flagged) {
        List<LessonProof> two = List.of(finished("first", NOON), finished("second", NOON.plusMillis(millis)));

        assertThat(PACE.hurried(two)).hasSize(flagged);
        assertThat(PACE.hurried(List.of(two.get(1), two.get(0)))).hasSize(flagged);
    }

    @Test
    void theSameLessonReportedTwiceAndItsQuizAreNoHurry() {
        List<LessonProof> proofs = List.of(
                finished("first", NOON),
                finished("first", NOON.plusSeconds(1)),
                answered("second", NOON.plusSeconds(2)));

        assertThat(PACE.hurried(proofs)).isEmpty();
    }

    @Test
    void onlyThoseThatWereHurriedAreFlagged() {
        List<LessonProof> proofs = new ArrayList<>(List.of(
                finished("first", NOON),
                finished("second", NOON.plusSeconds(600)),
                finished("third", NOON.plusSeconds(605)),
                finished("fourth", NOON.plusSeconds(1_200))));

        assertThat(PACE.hurried(proofs))
                .containsExactlyInAnyOrder(proofs.get(1).record(), proofs.get(2).record());
    }

    private static LessonProof answered(String lesson, Instant at) {
        return new LessonProof(Ids.next(), lesson, "v", true, at, at, "phone", null, false);
    }

    private static LessonProof finished(String lesson, Instant at) {
        UUID record = Ids.next();
        return new LessonProof(record, lesson, "v", false, at, at, "phone", null, false);
    }
}
