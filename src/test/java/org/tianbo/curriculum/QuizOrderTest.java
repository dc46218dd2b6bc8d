package org.tianbo.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same numbers stand in {@code quiz-order.test.js}: a phone must ask what is marked here. */
class QuizOrderTest {

    private static final UUID PERSON = UUID.fromString("019b2f00-0000-7000-8000-000000000001");
    private static final Text TEXT = new Text("字", "word");

    private final Quiz pool = new Quiz(
            3,
            5,
            IntStream.rangeClosed(1, 8)
                    .mapToObj(number -> item("item-" + number))
                    .toList());

    @Test
    void aPhoneAsksTheSameInTheSameOrder() {
        assertThat(Integer.toUnsignedString(QuizOrder.number("a", "b"))).isEqualTo("2703019842");
        assertThat(ids(0)).containsExactly("item-1", "item-7", "item-3", "item-8", "item-6");
        assertThat(ids(1)).containsExactly("item-5", "item-4", "item-2", "item-1", "item-7");
        assertThat(order(0).options(pool.items().get(0))).containsExactly("a", "d", "c", "b");
        assertThat(order(1).options(pool.items().get(0))).containsExactly("d", "a", "b", "c");
    }

    @Test
    void anotherTryAsksWhatWasNotAskedBefore() {
        assertThat(ids(1).subList(0, 3)).doesNotContainAnyElementsOf(ids(0));
        assertThat(Stream.of(ids(0), ids(1)).flatMap(List::stream).distinct()).hasSize(8);
    }

    @Test
    void afterEveryRoundItGoesOnAndNeverAsksAnythingTwiceAtATime() {
        for (int round = 0; round <= 10_000; round += 101) {
            assertThat(ids(round)).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void peopleWhoSitBesideEachOtherAreAskedDifferently() {
        long different = IntStream.range(2, 102)
                .mapToObj(number -> new QuizOrder("person-" + number + "/lesson", 0))
                .map(order ->
                        pool.drawn(order).items().stream().map(Quiz.Item::id).toList())
                .distinct()
                .count();

        assertThat(different).isGreaterThan(90);
    }

    @Test
    void placesAndTrueOrFalseKeepTheirOrder() {
        for (Quiz.Kind kind : List.of(Quiz.Kind.TRUTH, Quiz.Kind.SPOT)) {
            assertThat(order(0).options(item("x", kind))).containsExactly("a", "b", "c", "d");
        }
    }

    private static QuizOrder order(int round) {
        return QuizOrder.of(PERSON, "first-sentence", round);
    }

    private List<String> ids(int round) {
        return pool.drawn(order(round)).items().stream().map(Quiz.Item::id).toList();
    }

    private static Quiz.Item item(String id) {
        return item(id, Quiz.Kind.CHOICE);
    }

    private static Quiz.Item item(String id, Quiz.Kind kind) {
        return new Quiz.Item(
                id,
                kind,
                TEXT,
                new TreeMap<>(Map.of("a", TEXT, "b", TEXT, "c", TEXT, "d", TEXT)),
                null,
                Optional.empty(),
                List.of("a"),
                TEXT);
    }
}
