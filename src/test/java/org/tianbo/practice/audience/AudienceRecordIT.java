package org.tianbo.practice.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tianbo.practice.Chunks.attemptOf;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/**
 * What the audience asked goes up with the end of an attempt. In the application, for the content is published there.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {AudienceRecordIT.TRAINEE, AudienceRecordIT.OTHER},
        mentor = "mentor1")
class AudienceRecordIT {

    static final String OTHER = "audience-record-other";
    static final String TRAINEE = "audience-record";
    private static final String SCENARIO = "fruit-first-neighbours";
    private static final String SWEET =
            "{'event': 'sweet', 'says': 0, 'at': {'take': 1, 'ms': 2000}, 'heard': true, 'answeredAfterMs': 3100,"
                    + " 'namedAfterMs': 900, 'reminders': 1}";

    @Inject
    Curriculum curriculum;

    @Test
    void whatWasAskedStandsOnTheAttemptsPageAndIsToldOnce() throws IOException {
        UUID id = sent();
        finish(TRAINEE, id, audience(SWEET)).then().statusCode(202);
        finish(TRAINEE, id, audience(SWEET.replace("sweet", "hello"))).then().statusCode(202);
        Eventually.value(() -> Attempts.state(TRAINEE, id), "ready"::equals);
        String page = Tokens.page(TRAINEE, "/practice/" + id);
        assertThat(page)
                .contains("李婶")
                .contains("甜不甜？我牙不好，怕酸。")
                .contains("3 秒后您开口接了")
                .contains("您点名招呼了")
                .contains("data-at-ms=\"2000\"")
                .doesNotContain("今天卖的是什么果");
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}", id)
                .then()
                .body("audience[0].atMs", equalTo(2000))
                .body("audience[0].says.zh", equalTo("甜不甜？我牙不好，怕酸。"))
                .body("audience[0].answeredAfterMs", equalTo(3100))
                .body("plannedVsActual[0].ref", equalTo("hook"))
                .body("plannedVsActual[0].plannedMs", equalTo(10_000))
                .body("plannedVsActual[0].tookMs", equalTo(0));
        Tokens.as("officer1")
                .get("/api/attempts/{id}", id)
                .then()
                .body("audience", nullValue())
                .body("plannedVsActual", nullValue());

        Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        assertThat(Tokens.page("mentor1", "/mentoring/" + Reviews.ofAttempt("mentor1", id)))
                .contains("观众问了什么")
                .contains("甜不甜？我牙不好，怕酸。")
                .contains("data-seek=\"2000\"")
                .contains("3 秒后开口")
                .contains("催了 1 次");
    }

    @Test
    void whatWasAskedOfAScenarioThatNoDocumentHasIsLeftOutOfTheAttempt() throws IOException, SQLException {
        UUID id = sent();
        finish(TRAINEE, id, audience(SWEET)).then().statusCode(202);
        Eventually.value(() -> Attempts.state(TRAINEE, id), "ready"::equals);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            assertThat(statement.executeUpdate(
                            "update audience_records set scenario_version = '0123456789abcdef' where attempt = '%s'"
                                    .formatted(id)))
                    .isOne();
        }
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().statusCode(200).body("audience", hasSize(0));
    }

    @Test
    void nobodyElseTellsWhatWasAskedAndItGoesWithTheAttempt() throws IOException {
        UUID id = sent();
        finish(OTHER, id, audience(SWEET)).then().statusCode(404);
        finish(TRAINEE, id, audience(SWEET)).then().statusCode(202);
        Tokens.as(TRAINEE).delete("/api/attempts/{id}", id).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'ms': 2000          | 'ms': 4001          | practice.asked-outside-takes
                    'take': 1           | 'take': 2           | practice.asked-outside-takes
                    'sweet'             | 'sour'              | practice.asked-not-in-scenario
                    'says': 0           | 'says': 3           | practice.asked-not-in-scenario
                    fruit-first         | fruit-last          | practice.scenario-unknown
                    }]                  | }, SWEET]           | practice.asked-twice
                    'says': 0           | 'says': -1          | request.invalid
                    'gentle'            | 'wild'              | request.invalid
                    'reminders': 1      | 'reminders': 100    | request.invalid
                    'heard': true       | 'heard': null       | request.invalid
                    'reminders': 1      | 'words': 'x'        | request.bad-value
                    3100                | '3100'              | request.bad-value
                    """)
    void whatCannotHaveBeenIsRefusedAndTheAttemptStaysOpen(String part, String instead, String code)
            throws IOException {
        UUID id = sent();
        String told = audience(SWEET).replace(part, instead.replace("SWEET", SWEET));
        finish(TRAINEE, id, told).then().statusCode(422).body("code", equalTo(code));
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().body("state", equalTo("uploading"));
    }

    @Test
    void moreThanAnyAudienceAsksIsRefused() throws IOException {
        UUID id = sent();
        String many = IntStream.rangeClosed(0, 100)
                .mapToObj(n -> SWEET.replace("sweet", "sweet-" + n))
                .collect(Collectors.joining(", "));
        finish(TRAINEE, id, audience(many)).then().statusCode(422).body("code", equalTo("request.invalid"));
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().body("state", equalTo("uploading"));
    }

    private String audience(String asked) {
        String version = curriculum.scenarios().stream()
                .filter(one -> one.slug().equals(SCENARIO))
                .findFirst()
                .orElseThrow()
                .version();
        return ", 'audience': {'scenario': '%s', 'version': '%s', 'intensity': 'gentle', 'asked': [%s]}"
                .formatted(SCENARIO, version, asked);
    }

    /** A take of four seconds. */
    private static UUID sent() throws IOException {
        UUID id = attemptOf(TRAINEE);
        byte[] film = Files.readAllBytes(Path.of("src/test/resources/recordings/tone-4s.mp4"));
        Chunks.put(TRAINEE, id, 1, 0, film).then().statusCode(201);
        return id;
    }

    private static Response finish(String login, UUID id, String more) {
        String take =
                "{'take': 1, 'chunks': 1, 'startedAt': '2026-06-18T12:00:00Z', 'endedAt': '2026-06-18T12:00:04Z'}";
        return Tokens.as(login)
                .contentType("application/json")
                .body("{'takes': [%s], 'clock': 'monotonic', 'marks': []%s}"
                        .formatted(take, more)
                        .replace('\'', '"'))
                .post("/api/attempts/{id}/finish", id);
    }
}
