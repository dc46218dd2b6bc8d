package org.tianbo.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.curriculum.content.ContentOnDisk.LESSON;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

class ContentReaderTest {

    @TempDir
    Path folder;

    private ContentOnDisk content;

    @BeforeEach
    void copy() {
        content = new ContentOnDisk(folder);
    }

    @Test
    void theContentWeShipHasNoFault() {
        Content shipped = ContentReader.read(Path.of("content"));

        assertThat(shipped.faults()).isEmpty();
        assertThat(shipped.documents().stream().filter(d -> d.kind() == DocumentKind.LESSON))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(shipped.documents()).extracting(Document::kind).contains(DocumentKind.values());
    }

    @Test
    void aSoundFolderIsReadWhole() {
        assertThat(content.faults()).isEmpty();
        assertThat(content.read().documents())
                .extracting(Document::kind)
                .containsExactlyInAnyOrder(DocumentKind.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    大家好，这是{product}[，{price}]     |
                    大家好，{product}{price}             | "price" may have no value; put what needs it into square brackets
                    大家好，{colour}                     | there is no blank "colour"
                    大家好，我是××村的                   | write blanks as {price}, brackets in pairs, no ×
                    大家好[，{price}                     | "price" may have no value; put what needs it into square brackets
                    大家好[，[{price}]]                  | write blanks as {price}, brackets in pairs, no ×
                    大家好，{product                     | write blanks as {price}, brackets in pairs, no ×
                    """)
    void whatAHostCouldSayCanBeSaidOnceItsBlanksAreFilled(String say, String fault) {
        content.with("runs-of-show/product-loop.yaml", "zh: 大家好,", "zh: \"" + say + "\",");
        if (fault == null) {
            assertThat(content.faults()).isEmpty();
        } else {
            assertThat(content.faults())
                    .anyMatch(one -> one.startsWith("content/runs-of-show/product-loop.yaml:9") && one.contains(fault));
        }
    }

    @Test
    void slugsOfCountiesHaveNoPlaceAmongWhatIsShipped() {
        content.write("courses/50-our-tea/course.yaml", "title: {zh: 茶, en: Tea}\nsummary: {zh: 讲茶, en: Tea}\n");

        assertThat(content.faults())
                .contains("content/courses/50-our-tea:1: \"our-\" is for what counties write themselves");
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        assertThat(ContentReader.read(folder.resolve("nowhere")).faults())
                .extracting(ContentFault::en)
                .containsExactly("there is no such folder");
    }

    @Test
    void brokenYamlNamesItsLine() {
        content.with("rubrics/default.yaml", "    weight: 50", "    weight: [50");
        assertThat(content.faults()).anyMatch(fault -> fault.startsWith("content/rubrics/default.yaml:5: broken YAML"));
    }

    @Test
    void frontMatterThatIsNeverClosedNamesTheFile() {
        content.with(LESSON + "lesson.zh.md", "rules: [say-the-price]\n---", "rules: [say-the-price]");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON
                        + "lesson.zh.md:1: the file should begin with front matter between two lines of ---");
    }

    @Test
    void brokenFrontMatterNamesTheLineInTheWholeFile() {
        content.with(LESSON + "lesson.zh.md", "minutes: 5", "minutes: soon");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "lesson.zh.md:4: minutes: string found, integer expected");
    }

    @Test
    void missingFrontMatterFieldIsNamed() {
        content.with(LESSON + "lesson.en.md", "idea: To greet people\n", "");
        assertThat(content.faults()).containsExactly("content/" + LESSON + "lesson.en.md:2: \"idea\" is missing");
    }

    @Test
    void aLineThinnerThanNothingIsAFault() {
        content.with(LESSON + "circle.svg", "</svg>", "<path d=\"M0 0L9 9\" stroke-width=\"-2\"/></svg>");
        assertThat(content.faults())
                .singleElement()
                .asString()
                .startsWith("content/" + LESSON + "circle.svg:")
                .endsWith("a line is not thinner than nothing");
    }

    @Test
    void aFilmIsPublishedWithItsLesson() {
        content.write(LESSON + "film.yaml", film("circle.svg", "一个圆，再看一个圆。"));
        assertThat(content.faults()).isEmpty();
        assertThat(content.read().documents().stream()
                        .filter(document -> document.kind() == DocumentKind.LESSON)
                        .map(document -> document.body().at("/film/scenes").size()))
                .containsExactly(2);
    }

    @Test
    void aFilmOfADrawingThatIsNotThereOrHasLettersIsAFault() {
        content.write(LESSON + "film.yaml", film("square.svg", "一个圆。"));
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "film.yaml:5: there is no drawing \"square.svg\"");
        content.with(LESSON + "circle.svg", "</svg>", "<text x=\"9\" y=\"9\" font-size=\"16\">9</text></svg>")
                .write(LESSON + "film.yaml", film("circle.svg", "一个圆。"));
        assertThat(content.faults())
                .contains("content/" + LESSON
                        + "film.yaml:5: the drawing \"circle.svg\" has letters and cannot be filmed");
    }

    @Test
    void aCaptionThatNobodyCanReadInItsTimeIsAFault() {
        content.write(LESSON + "film.yaml", film("circle.svg", "一个圆，两个圆，三个圆，四个圆，五个圆。"));
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "film.yaml:7: this cannot be read in 2 seconds");
    }

    private static String film(String drawing, String caption) {
        return """
                scenes:
                  - drawing: circle.svg
                    seconds: 2
                    says: {zh: 一个圆。, en: A circle.}
                  - drawing: %s
                    seconds: 2
                    says: {zh: "%s", en: A circle again.}
                """
                .formatted(drawing, caption);
    }

    @Test
    void aLessonWithoutItsEnglishFileIsAFault() {
        content.without(LESSON + "lesson.en.md");
        assertThat(content.faults()).containsExactly("content/" + LESSON + "lesson.en.md:1: this file is missing");
    }

    @Test
    void missingEnglishNamesTheLine() {
        content.with(LESSON + "quiz.yaml", "    why: {zh: 因为, en: Because}", "    why: {zh: 因为}");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "quiz.yaml:10: items/0/why: \"en\" is missing (English)");
    }

    @Test
    void missingChineseIsSaidInChineseToo() {
        content.with(LESSON + "quiz.yaml", "    why: {zh: 因为, en: Because}", "    why: {en: Because}");
        assertThat(content.read().faults())
                .extracting(fault -> fault.in(Locale.SIMPLIFIED_CHINESE))
                .containsExactly("content/" + LESSON + "quiz.yaml:10: items/0/why: 缺少“zh”（中文）");
    }

    @Test
    void anEnglishLessonThatLeavesASectionOutIsAFault() {
        content.with(LESSON + "lesson.en.md", "## Second\n![A circle](circle.svg)\n\n", "");
        assertThat(content.faults()).anyMatch(fault -> fault.startsWith("content/" + LESSON + "lesson.en.md:"));
    }

    @Test
    void anAnswerWithoutItsOptionNamesTheLine() {
        content.with(LESSON + "quiz.yaml", "answers: [b]", "answers: [d]");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "quiz.yaml:9: the answer is d, but there is no such option");
    }

    @Test
    void aQuizThatCannotBePassedIsAFault() {
        content.with(LESSON + "quiz.yaml", "pass: 4", "pass: 9");
        assertThat(content.faults())
                .containsExactly(
                        "content/" + LESSON + "quiz.yaml:1: more right answers are needed than there are questions");
    }

    @Test
    void theSameQuestionIdTwiceIsAFault() {
        content.with(LESSON + "quiz.yaml", "item-2", "item-1");
        assertThat(content.faults()).containsExactly("content/" + LESSON + "quiz.yaml:11: \"item-1\" is used twice");
    }

    @Test
    void anUnknownRubricNamesTheLine() {
        content.with("runs-of-show/product-loop.yaml", "rubric: default", "rubric: strict");
        assertThat(content.faults())
                .containsExactly("content/runs-of-show/product-loop.yaml:3: there is no rubric \"strict\"");
    }

    @Test
    void anUnknownCriterionNamesTheLine() {
        content.with("runs-of-show/product-loop.yaml", "criteria: [close]", "criteria: [closing]");
        assertThat(content.faults())
                .containsExactly("content/runs-of-show/product-loop.yaml:17: the rubric has no criterion \"closing\"");
    }

    @Test
    void anUnknownRuleNamesTheLine() {
        content.with(LESSON + "lesson.zh.md", "[say-the-price]", "[say-nothing]");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "lesson.zh.md:5: there is no rule \"say-nothing\"");
    }

    @Test
    void stepsThatDoNotSumUpAreAFault() {
        content.with("runs-of-show/product-loop.yaml", "seconds: 200", "seconds: 210");
        assertThat(content.faults())
                .containsExactly(
                        "content/runs-of-show/product-loop.yaml:4: the whole says 300 seconds, the steps sum to 310");
    }

    @Test
    void weightsThatDoNotSumToAHundredAreAFault() {
        content.with("rubrics/default.yaml", "weight: 50", "weight: 40");
        assertThat(content.faults()).contains("content/rubrics/default.yaml:2: the weights sum to 90, not to 100");
    }

    @Test
    void anUnknownFieldNamesItsOwnLine() {
        content.with("rules/trade.yaml", "    checkedBy: mentor", "    checkedBy: mentor\n    severity: high");
        assertThat(content.faults()).containsExactly("content/rules/trade.yaml:8: \"severity\" is not known here");
    }

    @Test
    void aDayThatDoesNotExistIsAFault() {
        content.with("rules/trade.yaml", "2026-02-01", "2026-02-31");
        assertThat(content.faults()).anyMatch(fault -> fault.startsWith("content/rules/trade.yaml:8: "));
    }

    @Test
    void theSameKeyTwiceIsAFault() {
        content.with("checklists/before.yaml", "items:", "title: {zh: 又, en: Again}\nitems:");
        assertThat(content.faults()).containsExactly("content/checklists/before.yaml:2: \"title\" stands here twice");
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        content.with("rules/trade.yaml", "reviewedOn: 2026-11-01", "reviewedOn: 2026-11-01\n    until: 2026-01-01")
                .with(LESSON + "quiz.yaml", "answers: [b]", "answers: [d]")
                .with("runs-of-show/product-loop.yaml", "seconds: 200", "seconds: 210");
        assertThat(content.faults()).hasSize(3);
    }

    @Test
    void aFileNobodyKnowsIsAFault() {
        content.write("courses/01-selling/01-hello/notes.txt", "later");
        assertThat(content.faults()).containsExactly("content/" + LESSON + "notes.txt:1: this does not belong here");
    }
}
