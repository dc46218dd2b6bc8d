package org.tianbo.curriculum.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;

/** Answers to quizzes that were published before there were pools are on phones still, and are marked as they were. */
class EarlierQuizTest {

    private static final JsonNode PUBLISHED = DocumentMapper.parse(
            """
            {"pass": 2, "items": [
              {"id": "one", "ask": {"zh": "一", "en": "One"}, "why": {"zh": "因", "en": "Why"},
               "options": {"a": {"zh": "甲", "en": "A"}, "b": {"zh": "乙", "en": "B"}}, "answers": ["b"]},
              {"id": "two", "ask": {"zh": "二", "en": "Two"}, "why": {"zh": "因", "en": "Why"},
               "options": {"a": {"zh": "甲", "en": "A"}, "b": {"zh": "乙", "en": "B"}, "c": {"zh": "丙", "en": "C"}},
               "answers": ["a", "c"]}]}
            """);

    private final Quiz quiz = DocumentMapper.read(PUBLISHED, Quiz.class);

    @Test
    void itIsAskedWholeWhateverTheRound() {
        assertThat(quiz.draw()).isEqualTo(2);
        assertThat(quiz.drawn(QuizOrder.of(new UUID(1, 1), "first-sentence", 7)).items())
                .containsExactlyInAnyOrderElementsOf(quiz.items());
    }

    @Test
    void itIsMarkedAsItWas() {
        assertThat(quiz.items()).extracting(Quiz.Item::kind).containsOnly(Quiz.Kind.CHOICE);
        assertThat(quiz.grade(Map.of("one", List.of("b"), "two", List.of("c", "a")))
                        .passed())
                .isTrue();
        assertThat(quiz.grade(Map.of("one", List.of("b"), "two", List.of("a"))).passed())
                .isFalse();
    }
}
