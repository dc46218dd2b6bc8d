package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.content.ContentReader;

/** What the description of the interface shows is read by everybody. */
class SyncExampleTest {

    @Test
    void noAnswerOfTheExampleIsToAQuestionOfAnyLesson() throws JsonProcessingException {
        JsonNode records = new ObjectMapper().readTree(SyncResource.SENT).get("records");
        List<String> lessons = records.findValuesAsText("lesson");
        List<JsonNode> quizzes = ContentReader.read(Path.of("content")).documents().stream()
                .map(lesson -> lesson.body().at("/quiz/items"))
                .filter(items -> !items.isMissingNode())
                .toList();

        assertThat(lessons).isNotEmpty();
        assertThat(quizzes)
                .hasSizeGreaterThan(50)
                .allSatisfy(items -> items.forEach(item -> assertThat(records).noneSatisfy(sent -> assertThat(
                                sent.at("/data/answers").has(item.get("id").textValue()))
                        .isTrue())));
    }
}
