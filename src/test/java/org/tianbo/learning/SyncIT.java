package org.tianbo.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SyncIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LESSON = "first-sentence";

    @Inject
    Curriculum curriculum;

    @Inject
    Learning learning;

    @Inject
    CurrentCounty currentCounty;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Told told;

    /** Without a proxy, whose lists would be other ones. */
    @Singleton
    static class Told {

        final List<LessonCompleted> lessons = new CopyOnWriteArrayList<>();
        final List<RecordsSynced.Synced> feedback = new CopyOnWriteArrayList<>();

        void completed(@Observes LessonCompleted event) {
            lessons.add(event);
        }

        void synced(@Observes RecordsSynced event) {
            feedback.addAll(event.ofType("feedback.read"));
        }
    }

    @Test
    void whatIsAcceptedIsThereAndSendingItAgainChangesNothing() {
        ObjectNode call = call(completed(Ids.next(), LESSON, now()));
        send("trainee1", call).body("results.status", contains("accepted"));
        send("trainee1", call).body("results.status", contains("duplicate"));

        assertThat(rows("trainee1", id(call, 0))).isEqualTo(1);
        assertThat(lessonsDone("trainee1")).contains(LESSON);
    }

    @Test
    void theSameIdTwiceInOneCallIsKeptOnce() {
        UUID id = Ids.next();

        send("trainee1", call(opened(id), opened(id))).body("results.status", contains("accepted", "duplicate"));
    }

    @Test
    void theLessonIsToldToOthersTheFirstTimeOnly() {
        String lesson = "honest-close";
        send("trainee2", call(completed(Ids.next(), lesson, now()), completed(Ids.next(), lesson, now())))
                .body("results.status", contains("accepted", "accepted"));
        send("trainee2", call(completed(Ids.next(), lesson, now().minus(Duration.ofDays(3)))));

        assertThat(told.lessons.stream()
                        .filter(event -> event.trainee().equals(person("trainee2"))
                                && event.lesson().equals(lesson)))
                .hasSize(1);
        assertThat(doneAt("trainee2", lesson)).isBefore(now().minus(Duration.ofDays(2)));
    }

    @Test
    void theServerGradesAndTakesNoScoreFromThePhone() {
        ObjectNode boast = quiz(Ids.next(), now(), false);
        ((ObjectNode) boast.get("data")).put("score", 100);
        send("trainee3", call(boast))
                .body("results.status", contains("rejected"))
                .body("results.code", contains("learning.data-refused"));

        send("trainee3", call(quiz(Ids.next(), now(), false)));
        assertThat(quizPassed("trainee3")).isFalse();

        send("trainee3", call(quiz(Ids.next(), now().minus(Duration.ofHours(1)), true)));
        assertThat(quizPassed("trainee3")).isTrue();
    }

    @Test
    void theOrderOfArrivalDecidesNothing() {
        Instant day = now().minus(Duration.ofDays(5));
        List<ObjectNode> evening = List.of(
                quiz(Ids.next(), day.plusSeconds(30), false),
                quiz(Ids.next(), day.plusSeconds(20), true),
                quiz(Ids.next(), day.plusSeconds(10), false));
        evening.forEach(record -> send("trainee4", call(record)));
        List<String> oneByOne = quizRow("trainee4");

        List<ObjectNode> again = evening.stream()
                .map(record -> record.deepCopy().put("id", Ids.next().toString()))
                .toList();
        send("trainee5", call(again.get(1), again.get(0), again.get(2)));

        assertThat(quizRow("trainee5")).isEqualTo(oneByOne);
    }

    @Test
    void oneBadRecordDoesNotKeepTheOthersOut() {
        ObjectNode unknownVersion = completed(Ids.next(), LESSON, now());
        ((ObjectNode) unknownVersion.get("data")).put("version", "0123456789abcdef");
        ObjectNode zero = completed(Ids.next(), LESSON, now());
        ((ObjectNode) zero.get("data")).put("lesson", "first\u0000sentence");
        ObjectNode strangeAnswer = quiz(Ids.next(), now(), true);
        ((ObjectNode) strangeAnswer.at("/data/answers"))
                .putArray("no-such-item")
                .add("a");

        send(
                        "trainee1",
                        call(
                                unknownVersion,
                                zero,
                                strangeAnswer,
                                record(Ids.next(), "lesson.forgotten", now()),
                                opened(Ids.next()).put("at", "1970-01-01T00:00:01Z"),
                                opened(Ids.next()).put("at", "soon"),
                                opened(Ids.next()).put("id", "7"),
                                tick("before-practice", "no-such-item"),
                                tick("no-such-list", "battery"),
                                tick("before-practice", "battery"),
                                opened(Ids.next())))
                .body(
                        "results.code",
                        contains(
                                "learning.version-unknown",
                                "learning.version-unknown",
                                "curriculum.answers-refused",
                                "learning.type-unknown",
                                "learning.time-out-of-range",
                                "learning.time-unreadable",
                                "learning.id-refused",
                                "learning.checklist-unknown",
                                "learning.checklist-unknown",
                                null,
                                null))
                .body("results[9].status", equalTo("accepted"))
                .body("results[10].status", equalTo("accepted"));
    }

    @Test
    void whoCaresAboutAKindOfRecordIsTold() {
        UUID id = Ids.next();
        ObjectNode read = record(id, "feedback.read", now());
        read.putObject("data").put("attempt", Ids.next().toString());

        send("trainee1", call(read)).body("results.status", contains("accepted"));
        send("trainee1", call(read)).body("results.status", contains("duplicate"));

        assertThat(told.feedback.stream().filter(record -> record.id().equals(id)))
                .hasSize(1);
    }

    @Test
    void twoPhonesThatSendTheSameAtOnceKeepItOnceAndNeitherWaitsForEver() {
        List<ObjectNode> records =
                IntStream.range(0, 200).mapToObj(number -> opened(Ids.next())).toList();
        List<ObjectNode> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        String token = Tokens.of("trainee1");
        assertThat(token).isNotEmpty();
        ExecutorService phones = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<List<String>>> answers = Stream.of(records, reversed, records, reversed)
                    .map(list -> CompletableFuture.supplyAsync(
                            () -> send("trainee1", call(list.toArray(ObjectNode[]::new)))
                                    .extract()
                                    .<List<String>>path("results.status"),
                            phones))
                    .toList();
            List<String> statuses = answers.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();

            assertThat(statuses.stream().filter("accepted"::equals)).hasSize(200);
            assertThat(statuses.stream().filter("duplicate"::equals)).hasSize(600);
        } finally {
            phones.shutdown();
        }
    }

    @Test
    void anotherPersonsOrCountysIdIsANameLikeAnyOther() {
        UUID id = Ids.next();

        for (String login : List.of("trainee1", "trainee2", "trainee7")) {
            send(login, call(opened(id))).body("results.status", contains("accepted"));
        }
    }

    @Test
    void fiveHundredAreTakenAndOneMoreIsNot() {
        ObjectNode[] most =
                IntStream.range(0, 500).mapToObj(number -> opened(Ids.next())).toArray(ObjectNode[]::new);
        send("trainee6", call(most))
                .body("results", hasSize(500))
                .body("results.status", everyItem(equalTo("accepted")));

        ObjectNode tooMany = call(most);
        ((ArrayNode) tooMany.get("records")).add(opened(Ids.next()));
        post("trainee6", tooMany.toString()).statusCode(422).body("code", equalTo("request.invalid"));
    }

    @Test
    void moreThanAMebibyteIsRefused() {
        ObjectNode call = call(opened(Ids.next()));
        call.put("device", "x".repeat(1 << 20));

        post("trainee1", call.toString()).statusCode(413);
    }

    @Test
    void aFieldNobodyKnowsOrACallThatIsNoneIsRefused() {
        post("trainee1", call(opened(Ids.next())).put("hurry", true).toString())
                .statusCode(422)
                .body("code", equalTo("request.unknown-field"));
        post("trainee1", call(opened(Ids.next()).put("mood", "good")).toString())
                .statusCode(422);
        post("trainee1", "{\"device\":\"d\"}").statusCode(422);
        post("trainee1", "{\"records\":[]}").statusCode(422);
        post("trainee1", "{\"device\":\"d\",\"records\":[null]}").statusCode(422);
        post("trainee1", "{\"device\":\"d\",\"records\":[{\"type\":\"lesson.opened\"}]}")
                .statusCode(422);
        post("trainee1", "{\"device\":").statusCode(400);
        post("trainee1", "").statusCode(422);
    }

    @Test
    void nothingIsNothing() {
        send("trainee1", call()).body("results", hasSize(0));
    }

    @Test
    void onlyLearnersSend() {
        post("officer1", call(opened(Ids.next())).toString()).statusCode(403);
        post("mentor1", call(opened(Ids.next())).toString()).statusCode(403);
    }

    private Instant now() {
        return clock.instant();
    }

    private ValidatableResponse send(String login, ObjectNode call) {
        return post(login, call.toString()).statusCode(200);
    }

    private static ValidatableResponse post(String login, String body) {
        return Tokens.as(login)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/sync")
                .then();
    }

    private static ObjectNode call(ObjectNode... records) {
        ObjectNode call = JSON.createObjectNode().put("device", "a phone");
        call.putArray("records").addAll(List.of(records));
        return call;
    }

    private static UUID id(ObjectNode call, int index) {
        return UUID.fromString(call.get("records").get(index).get("id").textValue());
    }

    private static ObjectNode record(UUID id, String type, Instant at) {
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("type", type)
                .put("at", at.toString());
    }

    private ObjectNode completed(UUID id, String lesson, Instant at) {
        return about(record(id, "lesson.completed", at), lesson);
    }

    private ObjectNode opened(UUID id) {
        return about(record(id, "lesson.opened", now()), LESSON);
    }

    private ObjectNode about(ObjectNode record, String lesson) {
        record.putObject("data")
                .put("lesson", lesson)
                .put("version", curriculum.lesson(lesson).version());
        return record;
    }

    private ObjectNode quiz(UUID id, Instant at, boolean right) {
        ObjectNode record = about(record(id, "quiz.submitted", at), LESSON);
        ObjectNode answers = ((ObjectNode) record.get("data")).putObject("answers");
        curriculum.quiz(LESSON).items().stream().skip(right ? 0 : 2).forEach(item -> {
            ArrayNode letters = answers.putArray(item.id());
            item.answers().forEach(letters::add);
        });
        return record;
    }

    private ObjectNode tick(String checklist, String item) {
        ObjectNode record = record(Ids.next(), "checklist.ticked", now());
        record.putObject("data").put("checklist", checklist).put("item", item);
        return record;
    }

    private static UUID person(String login) {
        return UUID.fromString(Tokens.as(login).get("/api/me").then().extract().path("id"));
    }

    private List<String> lessonsDone(String login) {
        UUID person = person(login);
        return currentCounty.as("fengcheng", () -> List.copyOf(learning.lessonsDone(person)));
    }

    private boolean quizPassed(String login) {
        UUID person = person(login);
        return currentCounty.as("fengcheng", () -> learning.quizzesPassed(person, List.of(LESSON)));
    }

    private Instant doneAt(String login, String lesson) {
        UUID person = person(login);
        return currentCounty.as(
                "fengcheng", () -> learning.standing(person, lesson).doneAt());
    }

    private long rows(String login, UUID id) {
        return Long.parseLong(asked("select count(*) from sync_records where person = ? and id = '" + id + "'", login)
                .get(0));
    }

    private List<String> quizRow(String login) {
        return asked(
                "select tries || ' ' || best || ' ' || passed_at || ' ' || last || ' ' || last_at from quiz_results where trainee = ?",
                login);
    }

    private List<String> asked(String question, String login) {
        UUID person = person(login);
        return currentCounty.as("fengcheng", () -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(question)) {
                select.setObject(1, person);
                List<String> answers = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        answers.add(rows.getString(1));
                    }
                }
                return answers;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
