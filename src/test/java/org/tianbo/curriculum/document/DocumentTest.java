package org.tianbo.curriculum.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.curriculum.content.ContentOnDisk.LESSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.content.ContentOnDisk;

class DocumentTest {

    @TempDir
    Path folder;

    @Test
    void theSameWordsGiveTheSameVersion() {
        ContentOnDisk content = new ContentOnDisk(folder);
        assertThat(content.document(DocumentKind.LESSON, "hello").version())
                .isEqualTo(content.document(DocumentKind.LESSON, "hello").version())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void theOrderOfKeysDoesNotMatter() {
        assertThat(rule("{\"a\":1,\"b\":{\"c\":[1,2],\"d\":true}}").version())
                .isEqualTo(rule("{\"b\":{\"d\":true,\"c\":[1,2]},\"a\":1}").version());
    }

    @Test
    void theOrderOfAListDoes() {
        assertThat(rule("{\"a\":[1,2]}").version())
                .isNotEqualTo(rule("{\"a\":[2,1]}").version());
    }

    @Test
    void aChangedWordChangesThisLessonAndNoOtherDocument() {
        ContentOnDisk content = new ContentOnDisk(folder);
        String lesson = content.document(DocumentKind.LESSON, "hello").version();
        String course = content.document(DocumentKind.COURSE, "selling").version();

        content.with(LESSON + "lesson.en.md", "Say it once.", "Say it twice.");

        assertThat(content.document(DocumentKind.LESSON, "hello").version()).isNotEqualTo(lesson);
        assertThat(content.document(DocumentKind.COURSE, "selling").version()).isEqualTo(course);
    }

    @Test
    void aChangedQuestionOrDrawingChangesTheLesson() {
        ContentOnDisk content = new ContentOnDisk(folder);
        String first = content.document(DocumentKind.LESSON, "hello").version();
        content.with(LESSON + "quiz.yaml", "en: Question 1", "en: Question one");
        String second = content.document(DocumentKind.LESSON, "hello").version();
        content.with(LESSON + "circle.svg", "r=\"40\"", "r=\"41\"");
        String third = content.document(DocumentKind.LESSON, "hello").version();

        assertThat(first).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(third);
    }

    private static Document rule(String json) {
        try {
            return Document.of(DocumentKind.RULE, "any", new ObjectMapper().readValue(json, ObjectNode.class));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
