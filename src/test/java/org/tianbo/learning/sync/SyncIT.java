package org.tianbo.learning.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.learning.Progress;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.learning.progress.Learning;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({SyncIT.TRAINEE, SyncIT.OTHER, SyncIT.THIRD, SyncIT.FOURTH, SyncIT.FIFTH})
@Trainees(value = SyncIT.ELSEWHERE, county = "zhenping")
class SyncIT {

    static final String TRAINEE = "sync";
    static final String OTHER = "sync-other";
    static final String THIRD = "sync-third";
    static final String FOURTH = "sync-fourth";
    static final String FIFTH = "sync-fifth";
    static final String ELSEWHERE = "sync-elsewhere";
    private static final String LESSON = PhoneRecords.LESSON;

    @Inject
    PhoneRecords phones;

    @Inject
    Learning learning;

    @Inject
    CurrentCounty currentCounty;

    @Inject
    DataSource database;

    @Inject
    Told reported;

    /** Without a proxy, whose lists would be other ones. */
    @Singleton
    static class Told {

        final List<LessonsCompleted> lessons = new CopyOnWriteArrayList<>();
        final List<RecordsSynced.Synced> feedback = new CopyOnWriteArrayList<>();

        void completed(@Observes LessonsCompleted event) {
            lessons.add(event);
        }

        void synced(@Observes RecordsSynced event) {
            feedback.addAll(event.ofType("feedback.read"));
        }
    }

    @Test
    void whatIsAcceptedIsThereAndSendingItAgainChangesNothing() {
        ObjectNode call = phones.call(phones.completed(Ids.next(), LESSON, phones.now()));
        phones.send(TRAINEE, call).body("results.status", contains("accepted"));
        phones.send(TRAINEE, call).body("results.status", contains("duplicate"));

        assertThat(rows(TRAINEE, phones.id(call, 0))).isEqualTo(1);
        assertThat(lessonsDone(TRAINEE)).contains(LESSON);
    }

    @Test
    void whatIsSentInTheSessionOfSomebodyElseIsNotTheirs() {
        ObjectNode call = phones.call(phones.completed(Ids.next(), LESSON, phones.now()));
        Tokens.as(TRAINEE)
                .header("Tianbo-Person", person(OTHER))
                .contentType(ContentType.JSON)
                .body(call.toString())
                .post("/api/sync")
                .then()
                .statusCode(409)
                .body("code", equalTo("request.other-person"));
        assertThat(rows(TRAINEE, phones.id(call, 0))).isZero();

        Tokens.as(TRAINEE)
                .header("Tianbo-Person", person(TRAINEE))
                .contentType(ContentType.JSON)
                .body(call.toString())
                .post("/api/sync")
                .then()
                .statusCode(200);
        assertThat(rows(TRAINEE, phones.id(call, 0))).isEqualTo(1);
    }

    @Test
    void theSameIdTwiceInOneCallIsStoredOnce() {
        UUID id = Ids.next();

        phones.send(TRAINEE, phones.call(phones.opened(id), phones.opened(id)))
                .body("results.status", contains("accepted", "duplicate"));
    }

    @Test
    void theLessonIsAnnouncedTheFirstTimeOnly() {
        String lesson = "honest-close";
        phones.send(
                        OTHER,
                        phones.call(
                                phones.completed(Ids.next(), lesson, phones.now()),
                                phones.completed(Ids.next(), lesson, phones.now())))
                .body("results.status", contains("accepted", "accepted"));
        phones.send(
                OTHER,
                phones.call(phones.completed(Ids.next(), lesson, phones.now().minus(Duration.ofHours(20)))));

        assertThat(reported.lessons.stream()
                        .filter(event -> event.trainee().equals(person(OTHER)))
                        .flatMap(event -> event.lessons().stream())
                        .filter(completed -> completed.lesson().equals(lesson)))
                .hasSize(1);
        assertThat(doneAt(OTHER, lesson)).isBefore(phones.now().minus(Duration.ofHours(19)));
    }

    @Test
    void theServerGradesAndTakesNoScoreFromThePhone() {
        ObjectNode boast = phones.quiz(Ids.next(), phones.now(), false);
        ((ObjectNode) boast.get("data")).put("score", 100);
        phones.send(THIRD, phones.call(boast))
                .body("results.status", contains("rejected"))
                .body("results.code", contains("learning.data-refused"));

        phones.send(THIRD, phones.call(phones.quiz(Ids.next(), phones.now(), false)));
        assertThat(quizPassed(THIRD)).isFalse();

        phones.send(THIRD, phones.call(phones.quiz(Ids.next(), phones.now().minus(Duration.ofHours(1)), true)));
        assertThat(quizPassed(THIRD)).isTrue();
    }

    @Test
    void theOrderOfArrivalDecidesNothing() {
        Instant day = phones.now().minus(Duration.ofHours(12));
        List<ObjectNode> evening = List.of(
                phones.quiz(Ids.next(), day.plusSeconds(30), false),
                phones.quiz(Ids.next(), day.plusSeconds(20), true),
                phones.quiz(Ids.next(), day.plusSeconds(10), false));
        evening.forEach(record -> phones.send(FOURTH, phones.call(record)));
        List<String> oneByOne = quizRow(FOURTH);

        List<ObjectNode> again = evening.stream()
                .map(record -> record.deepCopy().put("id", Ids.next().toString()))
                .toList();
        phones.send(FIFTH, phones.call(again.get(1), again.get(0), again.get(2)));

        assertThat(quizRow(FIFTH)).isEqualTo(oneByOne);
    }

    @Test
    void observersOfAKindOfRecordAreCalled() {
        UUID id = Ids.next();
        ObjectNode read = phones.record(id, "feedback.read", phones.now());
        read.putObject("data").put("attempt", Ids.next().toString());

        phones.send(TRAINEE, phones.call(read)).body("results.status", contains("accepted"));
        phones.send(TRAINEE, phones.call(read)).body("results.status", contains("duplicate"));

        assertThat(reported.feedback.stream().filter(record -> record.id().equals(id)))
                .hasSize(1);
    }

    @Test
    void twoPhonesThatSendTheSameAtOnceStoreItOnceAndNeitherWaitsForEver() {
        List<ObjectNode> records = IntStream.range(0, 200)
                .mapToObj(number -> phones.opened(Ids.next()))
                .toList();
        List<ObjectNode> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        String token = Tokens.of(TRAINEE);
        assertThat(token).isNotEmpty();
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<List<String>>> answers = Stream.of(records, reversed, records, reversed)
                    .map(list -> CompletableFuture.supplyAsync(
                            () -> phones.send(TRAINEE, phones.call(list.toArray(ObjectNode[]::new)))
                                    .extract()
                                    .<List<String>>path("results.status"),
                            executor))
                    .toList();
            List<String> statuses = answers.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();

            assertThat(statuses.stream().filter("accepted"::equals)).hasSize(200);
            assertThat(statuses.stream().filter("duplicate"::equals)).hasSize(600);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void anotherPersonsOrCountysIdIsANameLikeAnyOther() {
        UUID id = Ids.next();

        for (String login : List.of(TRAINEE, OTHER, ELSEWHERE)) {
            phones.send(login, phones.call(phones.opened(id))).body("results.status", contains("accepted"));
        }
    }

    @Test
    void nothingIsNothing() {
        phones.send(TRAINEE, phones.call()).body("results", hasSize(0));
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
        return currentCounty.as("fengcheng", () -> learning.progress(person).courses().stream()
                .flatMap(course -> course.lessons().stream())
                .filter(one -> one.lesson().slug().equals(lesson))
                .findFirst()
                .map(Progress.OfLesson::doneAt)
                .orElseThrow());
    }

    private long rows(String login, UUID id) {
        return Long.parseLong(
                answered("select count(*) from sync_records where person = ? and id = '" + id + "'", login)
                        .get(0));
    }

    private List<String> quizRow(String login) {
        return answered(
                "select tries || ' ' || best || ' ' || passed_at || ' ' || last || ' ' || last_at from quiz_results"
                        + " where trainee = ?",
                login);
    }

    private List<String> answered(String question, String login) {
        UUID person = person(login);
        return currentCounty.as(
                "fengcheng", () -> QuarkusTransaction.requiringNew().call(() -> {
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
                }));
    }
}
