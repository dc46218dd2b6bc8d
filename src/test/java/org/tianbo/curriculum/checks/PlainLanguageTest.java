package org.tianbo.curriculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.content.ContentOnDisk;

/** What a beginner reads is short, free of jargon, and made of words they have met. */
class PlainLanguageTest {

    private static final String ZH = ContentOnDisk.LESSON + "lesson.zh.md";

    @TempDir
    Path folder;

    private ContentOnDisk content;

    @BeforeEach
    void copy() {
        content = new ContentOnDisk(folder);
    }

    @Test
    void longSentencesAreAFault() {
        content.with(ZH, "开头一段。", "开头一段这句话特别特别长".repeat(20) + "。");

        assertThat(content.faults())
                .singleElement()
                .asString()
                .matches("content/" + ZH + ":1: the sentences are too long: \\d+ characters on average, at most 25");
    }

    @Test
    void jargonNamesItsLineAndWhatToSayInstead() {
        content.with(ZH, "老周说了。", "老周的话术很好。");

        assertThat(content.faults()).containsExactly("content/" + ZH + ":20: jargon \"话术\": say what to say");
    }

    @Test
    void jargonMayBeQuotedAndMayBeAWrongAnswer() {
        content.with(ZH, "老周说了。", "有人说“话术”。")
                .with(ContentOnDisk.LESSON + "quiz.yaml", "a: {zh: 甲, en: A}", "a: {zh: 背话术, en: A}");

        assertThat(content.faults()).isEmpty();
    }

    @Test
    void aWordThatFallsBeforeItsLessonIsAFault() throws Exception {
        lessonAfter("later", "先讲**平台**。");
        content.with("paths.yaml", "lessons: [hello]", "lessons: [hello, later]")
                .with("glossary.yaml", "never:", term("platform", "平台", "later") + "never:")
                .with(ZH, "老周说了。", "老周上了平台。");

        assertThat(content.faults())
                .containsExactly(
                        "content/" + ZH + ":20: \"platform\" is only explained in \"later\": use plain words here");
    }

    @Test
    void aLessonThatDoesNotSayItsWordIsAFault() {
        content.with("glossary.yaml", "never:", term("platform", "平台", "hello") + "never:");

        assertThat(content.faults())
                .containsExactly("content/" + ZH + ":1: this lesson is to explain \"platform\" and does not say it");
    }

    @Test
    void aWordOfALessonThatIsNotThereIsAFault() {
        content.with("glossary.yaml", "never:", term("platform", "平台", "nowhere") + "never:");

        assertThat(content.faults()).containsExactly("content/glossary.yaml:10: there is no lesson \"nowhere\"");
    }

    private static String term(String id, String zh, String lesson) {
        return """
                  - id: %s
                    term: {zh: %s, en: %s}
                    says: {zh: 一句话。, en: A sentence.}
                    lesson: %s
                """
                .formatted(id, zh, id, lesson);
    }

    private void lessonAfter(String slug, String opening) throws Exception {
        Path first = folder.resolve("content").resolve(ContentOnDisk.LESSON);
        for (String file : new String[] {"lesson.zh.md", "lesson.en.md", "quiz.yaml", "circle.svg"}) {
            content.write(
                    "courses/01-selling/02-" + slug + "/" + file,
                    Files.readString(first.resolve(file)).replace("开头一段。", opening));
        }
    }
}
