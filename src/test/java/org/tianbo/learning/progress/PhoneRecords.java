package org.tianbo.learning.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.Tokens;

/** What phones send, as a test puts it together. */
@Singleton
public class PhoneRecords {

    public static final String LESSON = "first-sentence";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Curriculum curriculum;
    private final Clock clock;

    PhoneRecords(Curriculum curriculum, Clock clock) {
        this.curriculum = curriculum;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public ValidatableResponse send(String login, ObjectNode call) {
        return post(login, call.toString()).statusCode(200);
    }

    ValidatableResponse post(String login, String body) {
        return Tokens.as(login)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/sync")
                .then();
    }

    public ObjectNode call(ObjectNode... records) {
        ObjectNode call = JSON.createObjectNode().put("device", "a phone");
        call.putArray("records").addAll(List.of(records));
        return call;
    }

    public UUID id(ObjectNode call, int index) {
        return UUID.fromString(call.get("records").get(index).get("id").textValue());
    }

    public ObjectNode record(UUID id, String type, Instant at) {
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("type", type)
                .put("at", at.toString());
    }

    /** The lessons finished, just now and at once. */
    public void complete(String login, List<LessonSummary> lessons) {
        send(
                login,
                call(lessons.stream()
                        .map(lesson -> completed(Ids.next(), lesson.slug(), now()))
                        .toArray(ObjectNode[]::new)));
    }

    public ObjectNode completed(UUID id, String lesson, Instant at) {
        return about(record(id, "lesson.completed", at), lesson);
    }

    public ObjectNode opened(UUID id) {
        return about(record(id, "lesson.opened", now()), LESSON);
    }

    ObjectNode about(ObjectNode record, String lesson) {
        record.putObject("data")
                .put("lesson", lesson)
                .put("version", curriculum.lesson(lesson).version());
        return record;
    }

    public ObjectNode quiz(UUID id, Instant at, boolean right) {
        ObjectNode record = about(record(id, "quiz.submitted", at), LESSON);
        ObjectNode answers = ((ObjectNode) record.get("data")).putObject("answers");
        curriculum.quiz(LESSON).items().stream().skip(right ? 0 : 2).forEach(item -> {
            ArrayNode letters = answers.putArray(item.id());
            item.answers().forEach(letters::add);
        });
        return record;
    }

    /** Answers to what is asked in a round; two of them missing where they are not to be right. */
    public ObjectNode round(UUID person, int round, Instant at, boolean right) {
        ObjectNode record = about(record(Ids.next(), "quiz.submitted", at), LESSON);
        ObjectNode data = (ObjectNode) record.get("data");
        ObjectNode answers = data.put("round", round).putObject("answers");
        curriculum.quiz(LESSON).drawn(QuizOrder.of(person, LESSON, round)).items().stream()
                .skip(right ? 0 : 2)
                .forEach(item -> item.answers().forEach(answers.withArray(item.id())::add));
        return record;
    }

    public ObjectNode tick(String checklist, String item) {
        ObjectNode record = record(Ids.next(), "checklist.ticked", now());
        record.putObject("data").put("checklist", checklist).put("item", item);
        return record;
    }
}
