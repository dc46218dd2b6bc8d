package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.Text;

/** Steps that are put in order without a script: each with its number. */
class NoScriptFormsTest {

    private static final Text TEXT = new Text("字", "word");

    private final Quiz.Item steps = new Quiz.Item(
            "steps",
            Quiz.Kind.ORDER,
            TEXT,
            new TreeMap<>(Map.of("a", TEXT, "b", TEXT, "c", TEXT)),
            null,
            Optional.empty(),
            List.of("b", "c", "a"),
            TEXT);

    @Test
    void stepsStandInTheOrderOfTheirNumbers() {
        assertThat(NoScriptForms.chosen(steps, form("3", "1", "2"))).containsExactly("b", "c", "a");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 1", "'', 1, 2", "4, 1, 2", "0, 1, 2", "'', '', ''"})
    void withOneNumberTwiceOrNoneTheyAreNotAnswered(String a, String b, String c) {
        assertThat(NoScriptForms.chosen(steps, form(a, b, c))).isEmpty();
    }

    private static Map<String, List<String>> form(String a, String b, String c) {
        return new HashMap<>(Map.of("steps.a", List.of(a), "steps.b", List.of(b), "steps.c", List.of(c)));
    }
}
