package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** The list, what is hidden from it, and two attempts side by side. Needs rows, roles and pages. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {LookingBackIT.OTHER, LookingBackIT.THIRD},
        mentor = "mentor1")
class LookingBackIT {

    static final String OTHER = "looking-back-other";
    static final String THIRD = "looking-back-third";
    private static final String TRAINEE = "looks-back";
    private static final String COMPARING = "compares-two";

    private static final String LOST_AT_THE_END =
            """
            {'takes': [{
                'take': 1, 'chunks': 1, 'startedAt': '2026-06-18T12:00:00Z', 'endedAt': '2026-06-18T12:00:04Z'}],
             'clock': 'monotonic',
             'marks': [{'at': {'take': 1, 'ms': 5600}, 'kind': 'lost', 'ref': '1:1600'}]}""";

    private static final String HEARD =
            """
            {'takes': [{
                'take': 1, 'chunks': 1, 'startedAt': '2026-06-18T12:00:00Z', 'endedAt': '2026-06-18T12:00:08Z'}],
             'clock': 'monotonic',
             'readings': {
                'listenedMs': 8000, 'speechMs': 6000, 'syllables': 24, 'voiceOverNoiseDb': 21.5, 'loudMs': 0}}""";

    @Inject
    Newcomers newcomers;

    @Inject
    Media media;

    @BeforeEach
    void joins() {
        newcomers.join(TRAINEE, Roles.TRAINEE);
    }

    @Test
    void hiddenItIsOutOfTheListAndNotDeletedAndComesBack() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        assertThat(visible(list())).contains(id.toString());
        Tokens.as(THIRD).put("/api/attempts/{id}/hidden", id).then().statusCode(404);
        Tokens.as("mentor1").put("/api/attempts/{id}/hidden", id).then().statusCode(403);

        Tokens.as(TRAINEE).put("/api/attempts/{id}/hidden", id).then().statusCode(204);
        Tokens.as(TRAINEE).put("/api/attempts/{id}/hidden", id).then().statusCode(204);
        assertThat(visible(list())).doesNotContain(id.toString());
        assertThat(list()).contains(id.toString(), "收起来的（1）");
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains("没有删掉", "data-do=\"show-again\"");

        Tokens.as(TRAINEE).delete("/api/attempts/{id}/hidden", id).then().statusCode(204);
        Tokens.as(TRAINEE).delete("/api/attempts/{id}/hidden", id).then().statusCode(204);
        assertThat(visible(list())).contains(id.toString());
    }

    @Test
    void whoeverChoosesWhatToHandInSeesPlanLengthAndPicture() {
        UUID id = Attempts.ready(TRAINEE, "冻米糖");
        String line = list().replaceAll("(?s).*data-attempt=\"" + id + "\"", "").replaceAll("(?s)</li>.*", "");
        assertThat(line).contains("<img class=\"poster\" src=\"/media/", "五分钟讲一样货", "0:05");
    }

    @Test
    void aRecordingWhosePlanNoDocumentHasIsShownWithTodaysSteps() throws SQLException {
        UUID id = Attempts.ready(TRAINEE, "冻米糖");
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            assertThat(statement.executeUpdate(
                            "update attempts set run_of_show = '0123456789abcdef' where id = '%s'".formatted(id)))
                    .isOne();
        }
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}", id)
                .then()
                .statusCode(200)
                .body("plannedVsActual.ref", hasItems("hook", "origin", "price"));
        status(TRAINEE, "/practice/" + id, 200);
    }

    @Test
    void twoAttemptsStandSideBySideForTheTraineeAndTheMentor() {
        newcomers.join(COMPARING, Roles.TRAINEE);
        UUID then = Attempts.submitted(COMPARING, "冻米糖");
        UUID now = Attempts.submitted(COMPARING, "霉豆腐");
        String page = Tokens.page(COMPARING, "/practice/" + now + "/then");
        assertThat(page)
                .contains("/attempts/" + then + "/", "/attempts/" + now + "/")
                .contains("data-now-ms=\"1000\" data-then-ms=\"1000\"");
        assertThat(Tokens.page(COMPARING, "/practice/" + then + "/then")).contains("以前还没有录像可比");

        Tokens.as(COMPARING).post("/api/attempts/{id}/take-back", then).then().statusCode(200);
        assertThat(Tokens.page(COMPARING, "/practice/" + now + "/then?with=" + then))
                .contains("/attempts/" + then + "/");
        status("officer1", "/practice/" + now + "/then", 403);
        status(THIRD, "/practice/" + now + "/then", 404);
        status(COMPARING, "/practice/" + now + "/then?with=" + Attempts.submitted(THIRD, "冻米糖"), 404);
    }

    @Test
    void aMentorComparesOnlyWhatWasHandedInByOwnTrainees() {
        UUID then = Attempts.submitted(OTHER, "冻米糖");
        UUID now = Attempts.submitted(OTHER, "霉豆腐");
        String page = "/practice/" + now + "/then?with=" + then;
        assertThat(Tokens.page("mentor1", page)).contains("/attempts/" + then + "/", "/attempts/" + now + "/");

        Tokens.as(OTHER).post("/api/attempts/{id}/take-back", then).then().statusCode(200);
        status("mentor1", page, 404);
        status("mentor1", "/practice/" + then + "/then", 404);
    }

    @Test
    void smallerCopiesAreMadePlayedFirstAndGoWithTheAttempt() {
        UUID id = Attempts.submitted(OTHER, "冻米糖");
        List<Map<String, Object>> copies = Eventually.value(
                () -> Tokens.as(OTHER).get("/api/attempts/{id}", id).path("copies"), made -> made != null);
        assertThat(copies).extracting(copy -> copy.get("kind")).containsExactly("480p", "240p", "audio", "strip");
        for (Map<String, Object> copy : copies) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .head((String) copy.get("link"))
                    .then()
                    .statusCode(200)
                    .header("Content-Length", copy.get("bytes").toString());
        }
        assertThat(Tokens.page(OTHER, "/practice/" + id))
                .containsPattern("<video [^>]*src=\"/media/[^\"]*/small-[0-9a-f]{16}\\.mp4")
                .contains("看清楚，", "只听声音，");
        assertThat(Tokens.page("mentor1", "/mentoring/" + Reviews.ofAttempt("mentor1", id)))
                .containsPattern("data-strip=\"/media/[^\"]*/strip-[0-9a-f]{16}\\.jpg");

        Tokens.as(OTHER).post("/api/attempts/{id}/take-back", id).then().statusCode(200);
        Tokens.as(OTHER).delete("/api/attempts/{id}", id).then().statusCode(204);
        Eventually.value(() -> media.sizes("fengcheng/attempts/" + id), Map::isEmpty);
    }

    @Test
    void secondsThatThePhoneLostAreSaid() throws IOException {
        UUID id = finished(TRAINEE, LOST_AT_THE_END);
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains("约 2 秒录了，没来得及存住");
    }

    @Test
    void whatThePhoneHeardIsForItsTraineeOnEveryPhoneAndForNobodyElse() throws IOException {
        UUID id = finished(OTHER, HEARD);
        Eventually.value(
                () -> Tokens.page(OTHER, "/practice/" + id),
                page -> page.contains("&quot;heard&quot;:{&quot;listenedMs&quot;:8000,"));
        Tokens.as(OTHER)
                .get("/api/attempts/{id}", id)
                .then()
                .body("readings.speakingShare", equalTo(0.75f))
                .body("readings.paceBand", equalTo("good"));

        Tokens.as(OTHER).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        for (String reader : List.of("mentor1", "officer1")) {
            Tokens.as(reader)
                    .get("/api/attempts/{id}", id)
                    .then()
                    .body("readings.width", notNullValue())
                    .body("readings.speakingShare", nullValue())
                    .body("readings.paceBand", nullValue());
        }
    }

    private static UUID finished(String login, String told) throws IOException {
        UUID id = Chunks.attemptOf(login);
        byte[] film = Files.readAllBytes(Path.of("src/test/resources/recordings/tone-4s.mp4"));
        Chunks.put(login, id, 1, 0, film).then().statusCode(201);
        Tokens.as(login)
                .contentType("application/json")
                .body(told.replace('\'', '"'))
                .post("/api/attempts/{id}/finish", id)
                .then()
                .statusCode(202);
        Eventually.value(() -> Attempts.state(login, id), "ready"::equals);
        return id;
    }

    private static String list() {
        return Tokens.page(TRAINEE, "/practice");
    }

    /** The list without what is folded away. */
    private static String visible(String list) {
        return list.replaceAll("(?s)<details class=\"card hidden-attempts\".*?</details>", "");
    }

    private static void status(String login, String path, int status) {
        Tokens.as(login).accept("text/html").get(path).then().statusCode(status);
    }
}
