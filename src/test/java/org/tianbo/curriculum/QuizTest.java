package org.tianbo.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.error.Fault;

class QuizTest {

    private final Quiz quiz = new Quiz(2, List.of(item("one", "b"), item("two", "a"), item("both", "a", "c")));

    @Test
    void allRightIsAHundred() {
        Quiz.Grade grade = quiz.grade(Map.of("one", Set.of("b"), "two", Set.of("a"), "both", Set.of("c", "a")));

        assertThat(grade.right()).isEqualTo(3);
        assertThat(grade.score()).isEqualTo(100);
        assertThat(grade.passed()).isTrue();
    }

    @Test
    void asManyRightAsAskedForPasses() {
        Quiz.Grade grade = quiz.grade(Map.of("one", Set.of("b"), "two", Set.of("a"), "both", Set.of("b")));

        assertThat(grade.passed()).isTrue();
        assertThat(grade.score()).isEqualTo(66);
    }

    @Test
    void oneFewerDoesNot() {
        assertThat(quiz.grade(Map.of("one", Set.of("b"))).passed()).isFalse();
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
        assertThat(quiz.grade(Map.of("both", Set.of("a"))).right()).isZero();
    }

    @Test
    void oneTooManyIsWrong() {
        assertThat(quiz.grade(Map.of("both", Set.of("a", "b", "c"), "one", Set.of("a", "b")))
                        .right())
                .isZero();
    }

    @Test
    void onlySeveralAnswersMakeAMultipleChoice() {
        assertThat(quiz.items()).extracting(Quiz.Item::multiple).containsExactly(false, false, true);
    }

    @Test
    void anItemOrALetterOfAnotherQuizIsRefusedByName() {
        assertThatThrownBy(() -> quiz.grade(Map.of("three", Set.of("a"), "one", Set.of("z"))))
                .asInstanceOf(type(AnswersRefused.class))
                .satisfies(refused -> assertThat(refused.fields())
                        .containsExactly(
                                new Fault.FieldFault("answers.one", "curriculum.option-unknown"),
                                new Fault.FieldFault("answers.three", "curriculum.item-unknown")));
    }

    private static Quiz.Item item(String id, String... answers) {
        Text text = new Text("字", "word");
        return new Quiz.Item(id, text, new TreeMap<>(Map.of("a", text, "b", text, "c", text)), List.of(answers), text);
    }
}
