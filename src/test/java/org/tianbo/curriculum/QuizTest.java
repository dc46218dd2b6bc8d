package org.tianbo.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Quiz.Kind;
import org.tianbo.platform.error.Fault;

class QuizTest {

    private static final Text TEXT = new Text("字", "word");

    private final Quiz quiz = new Quiz(2, 0, List.of(item("one", "b"), item("two", "a"), item("both", "a", "c")));

    @Test
    void allRightIsAHundred() {
        Quiz.Grade grade = quiz.grade(Map.of("one", List.of("b"), "two", List.of("a"), "both", List.of("c", "a")));

        assertThat(grade.right()).isEqualTo(3);
        assertThat(grade.score()).isEqualTo(100);
        assertThat(grade.passed()).isTrue();
    }

    @Test
    void asManyRightAsAskedForPasses() {
        Quiz.Grade grade = quiz.grade(Map.of("one", List.of("b"), "two", List.of("a"), "both", List.of("b")));

        assertThat(grade.passed()).isTrue();
        assertThat(grade.score()).isEqualTo(66);
    }

    @Test
    void oneFewerDoesNot() {
        assertThat(quiz.grade(Map.of("one", List.of("b"))).passed()).isFalse();
    }

    @Test
    void whatIsLeftOutIsWrong() {
        Quiz.Grade grade = quiz.grade(Map.of());

        assertThat(grade.right()).isZero();
        assertThat(grade.of()).isEqualTo(3);
        assertThat(grade.items()).allMatch(item -> item.chosen().isEmpty() && !item.right());
    }

    @Test
    void halfOfAMultipleChoiceIsWrong() {
        assertThat(quiz.grade(Map.of("both", List.of("a"))).right()).isZero();
    }

    @Test
    void oneTooManyIsWrong() {
        assertThat(quiz.grade(Map.of("both", List.of("a", "b", "c"), "one", List.of("a", "b")))
                        .right())
                .isZero();
    }

    @Test
    void aLetterChosenTwiceIsChosenOnce() {
        assertThat(quiz.grade(Map.of("one", List.of("b", "b"))).right()).isEqualTo(1);
    }

    @Test
    void onlySeveralAnswersMakeAMultipleChoice() {
        assertThat(quiz.items()).extracting(Quiz.Item::multiple).containsExactly(false, false, true);
    }

    @Test
    void stepsAreRightInTheirOrderOnly() {
        Quiz.Item steps = item("steps", Kind.ORDER, "a", "b", "c");

        assertThat(steps.right(List.of("a", "b", "c"))).isTrue();
        assertThat(steps.right(List.of("a", "c", "b"))).isFalse();
        assertThat(steps.right(List.of("a", "b"))).isFalse();
    }

    @Test
    void pairsAreRightInWhateverOrderTheyAreGiven() {
        Quiz.Item pairs = item("pairs", Kind.MATCH, "a2", "b1", "c2");

        assertThat(pairs.right(List.of("c2", "b1", "a2"))).isTrue();
        assertThat(pairs.right(List.of("a1", "b1", "c2"))).isFalse();
        assertThat(pairs.admits("a2")).isTrue();
        assertThat(pairs.admits("a3") || pairs.admits("d1") || pairs.admits("a") || pairs.admits(""))
                .isFalse();
    }

    @Test
    void anItemOrALetterOfAnotherQuizIsRefusedByName() {
        assertThatThrownBy(() -> quiz.grade(Map.of("three", List.of("a"), "one", List.of("z"))))
                .asInstanceOf(type(AnswersRefused.class))
                .satisfies(refused -> assertThat(refused.fields())
                        .containsExactly(
                                new Fault.FieldFault("answers.one", "curriculum.option-unknown"),
                                new Fault.FieldFault("answers.three", "curriculum.item-unknown")));
    }

    /** As tests and old phones answer that know nothing of rounds. */
    @Test
    void whoeverAnswersTheWholePoolMustKnowAsLargeAPartOfIt() {
        Quiz pool = new Quiz(1, 2, quiz.items());

        assertThat(pool.grade(Map.of("one", List.of("b"))).passed()).isFalse();
        assertThat(pool.grade(Map.of("one", List.of("b"), "two", List.of("a"))).passed())
                .isTrue();
    }

    private static Quiz.Item item(String id, String... answers) {
        return item(id, null, answers);
    }

    private static Quiz.Item item(String id, Kind kind, String... answers) {
        return new Quiz.Item(
                id,
                kind,
                TEXT,
                new TreeMap<>(Map.of("a", TEXT, "b", TEXT, "c", TEXT)),
                kind == Kind.MATCH ? new TreeMap<>(Map.of("1", TEXT, "2", TEXT)) : null,
                Optional.empty(),
                List.of(answers),
                TEXT);
    }
}
