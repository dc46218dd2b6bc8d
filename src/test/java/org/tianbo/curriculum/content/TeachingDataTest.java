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

    private static final String TWO_PEOPLE =
            "[{id: li, name: {zh: 李婶, en: Li}, mood: warm}, {id: ma, name: {zh: 马婶, en: Ma}, mood: warm}]";

    private static final String HUSH = "[{id: hush, kind: silence, at: {second: 5, spread: 0},"
            + " says: [{zh: 静, en: Hush}], answer: {within: 9, does: {zh: 说, en: Speaks}, criteria: [opening]}}]";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'    who: li\n' | '' | 12: \"greeting\" needs who says it",
                "kind: greeting | kind: network-scare | 12: a network-scare, and nothing else, says for how many",
                "'    who: li' | '    who: li\n    cut: 9' | 15: a network-scare, and nothing else, says",
                "second: 20 | second: 300 | 13: the show is over by then: it takes 300 seconds",
                "second: 20 | second: -1 | 13: timeline/0/at/second: must have a minimum value of 0",
                "after: 10 | after: -5 | 19: timeline/1/on",
                "within: 20 | within: 0 | 16: timeline/0/answer/within: must have a minimum value of 5",
                "within: 20 | within: soon | 16: timeline/0/answer/within: string found, integer expected",
                "'[{zh: 来啦, en: Here you are}]' | '[]' | 15: timeline/0/says: must have at least 1 items but found 0",
                "chance: 50 | chance: 0 | 27: timeline/2/chance: must have a minimum value of 1",
                "kind: greeting | kind: flash-mob | 12: timeline/0/kind: does not have a value in the enumeration",
                "id: doubt | id: hello | 24: \"hello\" is used twice",
                "mood: warm | mood: cross | 8: people/0/mood: does not have a value in the enumeration",
            })
    void anEventThatCannotBePlayedIsNamedWithItsLine(String old, String anew, String fault) {
        content.with("scenarios/eggs.yaml", old, anew);

        assertThat(content.faults()).anyMatch(one -> one.startsWith("content/scenarios/eggs.yaml:" + fault));
    }

    @Test
    void anAudienceHasPeopleAndNotOnlyRudeOnes() {
        content.with("scenarios/eggs.yaml", "mood: warm", "mood: rude")
                .with("scenarios/eggs.yaml", "mood: doubtful", "mood: rude");
        assertThat(content.faults())
                .containsExactly("content/scenarios/eggs.yaml:7: at least one of the people is not rude");

        content.write("scenarios/eggs.yaml", scenario("[]", HUSH));
        assertThat(content.read().faults())
                .extracting(ContentFault::en)
                .contains("people: must have at least 2 items but found 0");
        assertThat(content.read().faults()).extracting(ContentFault::zh).contains("people: 必须至少有 2 个项目，但已找到 0 个");
    }

    @Test
    void anAudienceHasSomethingToSay() {
        content.write("scenarios/eggs.yaml", scenario(TWO_PEOPLE, "[]"));

        assertThat(content.faults())
                .containsExactly("content/scenarios/eggs.yaml:8: timeline: must have at least 1 items but found 0");
    }

    private static String scenario(String people, String timeline) {
        return """
                title: {zh: 鸡蛋, en: Eggs}
                summary: {zh: 没有人, en: Nobody}
                goods: eggs
                level: 1
                formats: [product-loop]
                seed: 7
                people: %s
                timeline: %s
                """
                .formatted(people, timeline);
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
