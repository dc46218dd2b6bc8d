package org.tianbo.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.document.ContentFault;

/** Paths, scripted audiences, words to avoid and calibration examples: one fault each, found and named. */
class TeachingDataTest {

    @TempDir
    Path folder;

    private ContentOnDisk content;

    @BeforeEach
    void copy() {
        content = new ContentOnDisk(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths.yaml | lessons: [hello] | lessons: [goodbye] | :8: there is no lesson \"goodbye\"",
                "paths.yaml | after: hello | after: goodbye | :10: lesson \"goodbye\" is not on this path",
                "paths.yaml | format: product-loop | format: opera | :10: there is no run of show \"opera\"",
                "paths.yaml | courses: [selling] | courses: [singing] | :17: there is no course \"singing\"",
                "paths.yaml | paths: [beginner] | paths: [expert] | :17: there is no path \"expert\"",
                "paths.yaml | hours: 80 | hours: 70 | :22: the hours sum to 110, level 5 needs 120",
                "scenarios/eggs.yaml | who: li | who: wang | :14: \"wang\" is nobody here",
                "scenarios/eggs.yaml | step: close | step: encore | :19: \"encore\" is a step of no run of show "
                        + "named here",
                "scenarios/eggs.yaml | event: best | event: later | :26: \"later\" has not happened before",
                "scenarios/eggs.yaml | criteria: [opening] | criteria: [grace] | :16: \"grace\" is no criterion of "
                        + "the rubric",
                "scenarios/eggs.yaml | kind: absolute-claim-request | kind: question | :4: from level 3 on there is "
                        + "a troll or a request for an absolute claim",
                "scenarios/eggs.yaml | rules: [say-the-price] | rules: [say-nothing] | :23: there is no rule "
                        + "\"say-nothing\"",
                "words/absolute.yaml | 米很好 | 米最好 | :14: this should not be found",
                "words/absolute.yaml | 我们的米最棒 | 我们的米好 | :13: this is not found",
                "words/absolute.yaml | 最(好 | 最((好 | :5: the pattern is broken: Unclosed group",
                "words/absolute.yaml | rule: say-the-price | rule: say-nothing | :11: there is no rule \"say-nothing\"",
                "calibration/first.yaml | total: 64 | total: 70 | :14: the marks make 64",
                "calibration/first.yaml | close: {level: 3, | grace: {level: 3, | :12: the rubric has no criterion "
                        + "\"grace\"",
                "calibration/first.yaml | format: product-loop | format: opera | :3: there is no run of show \"opera\"",
            })
    void oneFaultIsNamedWithItsFileAndLine(String file, String old, String anew, String fault) {
        content.with(file, old, anew);

        assertThat(content.faults()).contains("content/" + file + fault);
    }

    @Test
    void whatBreaksARuleNamesIt() {
        content.with("words/absolute.yaml", "    rule: say-the-price\n", "");

        assertThat(content.faults())
                .containsExactly("content/words/absolute.yaml:6: what breaks a rule names the rule");
    }

    @Test
    void anEventHasOneTrigger() {
        content.with(
                "scenarios/eggs.yaml",
                "    on: {step: close, after: 10}",
                "    on: {step: close, after: 10}\n    at: {second: 5, spread: 0}");

        assertThat(content.faults()).anyMatch(fault -> fault.startsWith("content/scenarios/eggs.yaml:17:"));
    }

    @Test
    void aRuleThatIsCitedIsInForceOnTheDayOfTheBuild() {
        Path root = folder.resolve("content");

        assertThat(ContentReader.readAsOf(root, LocalDate.of(2026, 2, 1)).faults())
                .isEmpty();
        assertThat(ContentReader.readAsOf(root, LocalDate.of(2026, 1, 31)).faults())
                .extracting(ContentFault::en)
                .contains("rule \"say-the-price\" is not in force on 2026-01-31");
    }
}
