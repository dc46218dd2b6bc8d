package org.tianbo.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/** Questions that are answered otherwise than by a letter. */
class QuizContentTest {

    private static final String FILE = ContentOnDisk.LESSON + "quiz.yaml";

    private ContentOnDisk content;

    @BeforeEach
    void soundContent(@TempDir Path folder) {
        content = new ContentOnDisk(folder);
    }

    @Test
    void stepsPairsAndPlacesAreCheckedByTheirKind() {
        String place = "content/" + FILE;
        content.with(FILE, "    options:\n", "    kind: order\n    options:\n");
        content.with(FILE, "  - id: item-2\n", "  - id: item-2\n    kind: match\n");
        content.with(FILE, "  - id: item-3\n", "  - id: item-3\n    kind: spot\n");
        assertThat(content.faults())
                .containsExactlyInAnyOrder(
                        place + ":10: the number of options or answers does not fit this kind of question",
                        place + ":12: this kind of question needs \"targets\"",
                        place + ":19: the answer b pairs with nothing",
                        place + ":19: the number of options or answers does not fit this kind of question",
                        place + ":21: this kind of question needs \"picture\"",
                        place + ":21: the places in the drawing and the options must be the same");
    }

    @Test
    void lettersDoNotGiveTheOrderOfTheStepsAway() {
        content.with(FILE, "    options:\n", "    kind: order\n    options:\n")
                .with(FILE, "answers: [b]", "answers: [a, b, c]");
        assertThat(content.faults())
                .containsExactly("content/" + FILE + ":10: the order of the steps must not be that of their letters");
        content.with(FILE, "answers: [a, b, c]", "answers: [b, c, a]");
        assertThat(content.faults()).isEmpty();
    }

    @Test
    void aPictureOfAQuestionIsADrawingOfTheLessonWithItsPlacesNumbered() {
        String spots = "spots: {a: [40, 50], b: [90, 50], c: [140, 50]}";
        String spot = "    kind: spot\n    picture: {file: circle.svg, alt: {zh: 圆, en: Circle}, " + spots
                + "}\n    options:\n";
        content.with(FILE, "    options:\n", spot);
        assertThat(content.faults()).isEmpty();
        assertThat(content.document(DocumentKind.LESSON, "hello")
                        .body()
                        .at("/quiz/items/0/picture/en")
                        .textValue())
                .startsWith("<svg class=\"drawing\"")
                .contains("aria-label=\"Circle\"", "data-spot=\"b\"", ">2</text>");
        content.with(FILE, "file: circle.svg", "file: square.svg");
        assertThat(content.faults()).containsExactly("content/" + FILE + ":6: the lesson has no such drawing");
    }

    @Test
    void aPoolOfFewerThanEightIsAFault() {
        String last =
                """
                  - id: item-8
                    ask: {zh: 第 8 问, en: Question 8}
                    options:
                      a: {zh: 甲, en: A}
                      b: {zh: 乙, en: B}
                    answers: [a]
                    why: {zh: 因为, en: Because}
                """;
        content.with(FILE, last, "");
        assertThat(content.faults()).singleElement().asString().startsWith("content/" + FILE);
    }

    @Test
    void statementsOfACourseAreNotAllTrueOrAllFalse() {
        Map<String, Set<String>> byCourse = new TreeMap<>();
        for (Document lesson : ContentReader.read(Path.of("content")).documents()) {
            lesson.body().at("/quiz/items").forEach(item -> {
                if (item.path("kind").asText().equals("truth")) {
                    byCourse.computeIfAbsent(lesson.body().get("course").textValue(), first -> new TreeSet<>())
                            .add(item.at("/answers/0").textValue());
                }
            });
        }
        assertThat(byCourse)
                .hasSize(11)
                .allSatisfy((course, answers) -> assertThat(answers).as(course).hasSize(2));
    }

    /** Whoever always takes the longest must not pass. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theRightChoiceIsNotMostlyTheLongest(String language) {
        for (Document lesson : ContentReader.read(Path.of("content")).documents()) {
            int choices = 0;
            int longest = 0;
            for (JsonNode item : lesson.body().at("/quiz/items")) {
                if (!item.has("kind") && item.get("answers").size() == 1) {
                    choices++;
                    longest += isRightAloneLongest(item, language) ? 1 : 0;
                }
            }
            assertThat(longest * 10).as(lesson.slug()).isLessThanOrEqualTo(choices * 6);
        }
    }

    private static boolean isRightAloneLongest(JsonNode item, String language) {
        String right = item.at("/answers/0").textValue();
        int length = item.get("options").get(right).get(language).textValue().length();
        return item.get("options").properties().stream()
                .filter(option -> !option.getKey().equals(right))
                .allMatch(option -> option.getValue().get(language).textValue().length() < length);
    }

    @Test
    void everyCourseHasQuestionsOfSeveralKindsAndSeveralHaveAPictureToTap() {
        Map<String, Set<String>> byCourse = new TreeMap<>();
        for (Document lesson : ContentReader.read(Path.of("content")).documents()) {
            lesson.body().at("/quiz/items").forEach(item -> byCourse.computeIfAbsent(
                            lesson.body().get("course").textValue(), first -> new TreeSet<>())
                    .add(item.path("kind").asText("choice")));
        }
        assertThat(byCourse).hasSize(11).allSatisfy((course, kinds) -> assertThat(kinds)
                .as(course)
                .contains("choice", "truth")
                .containsAnyOf("order", "match", "spot")
                .hasSizeGreaterThanOrEqualTo(4));
        assertThat(byCourse.values())
                .filteredOn(kinds -> kinds.contains("spot"))
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
