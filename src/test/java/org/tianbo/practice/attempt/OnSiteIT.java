package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/**
 * A mentor records a trainee on site: the upload is the mentor's work, the recording the trainee's. Needs roles, rows
 * and jobs.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {OnSiteIT.TRAINEE, OnSiteIT.OTHER},
        mentor = OnSiteIT.MENTOR)
class OnSiteIT {

    static final String TRAINEE = "recorded-on-site";
    static final String OTHER = "recorded-on-site-too";
    static final String MENTOR = "mentor1";
    private static final String MENTOR_NAME = "演示·陈老师";

    @Test
    void theRecordingIsTheTraineesToWatchAndToHandIn() throws IOException {
        UUID id = Ids.next();
        int before = storedBytes();
        byte[] clip = Files.readAllBytes(Attempts.clip());
        make(MENTOR, TRAINEE, id).then().statusCode(201).body("recordedBy", equalTo(idOf(MENTOR)));
        make(MENTOR, TRAINEE, id).then().statusCode(200);
        Chunks.put(MENTOR, id, 1, 0, clip).then().statusCode(201);
        Chunks.put(MENTOR, id, 1, 0, clip).then().statusCode(200);
        Tokens.as(MENTOR)
                .get("/api/attempts/{id}/takes", id)
                .then()
                .statusCode(200)
                .body("[0].chunks", equalTo(List.of(List.of(0, 0))));
        finish(MENTOR, id).then().statusCode(202);
        finish(MENTOR, id).then().statusCode(202);
        Eventually.value(() -> Attempts.state(TRAINEE, id), "ready"::equals);

        assertThat(storedBytes()).isGreaterThanOrEqualTo(before + clip.length);
        Tokens.as(MENTOR)
                .get("/api/attempts/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("links", nullValue())
                .body("copies", nullValue())
                .body("readings", nullValue())
                .body("selfReview", nullValue());
        Tokens.as(MENTOR).post("/api/attempts/{id}/submit", id).then().statusCode(403);
        Tokens.as(MENTOR).delete("/api/attempts/{id}", id).then().statusCode(409);
        assertThat(Tokens.page(TRAINEE, "/")).contains("现场给您录的到了，看看要不要交给老师：霉豆腐", "href=\"/practice/" + id + "\"");
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains(MENTOR_NAME + "在现场给您录的", "data-do=\"delete\"");

        Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        assertThat(Tokens.page(MENTOR, "/mentoring/attempts/" + id)).contains(MENTOR_NAME + "在现场代录，本人自己交上来的");
    }

    @ParameterizedTest
    @CsvSource({
        "mentor1, 201",
        "coordinator1, 201",
        "mentor2, 404",
        "mentor3, 404",
        "officer1, 403",
        "auditor1, 403",
        "recorded-on-site-too, 403"
    })
    void recordsWhoMentorsThemOrCoordinatesHere(String login, int status) {
        UUID id = Ids.next();
        make(login, TRAINEE, id).then().statusCode(status);
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().statusCode(status == 201 ? 200 : 404);
        Tokens.as(login)
                .accept("text/html")
                .get("/practice/on-site?trainee=" + idOf(TRAINEE))
                .then()
                .statusCode(status == 201 ? 200 : status);
    }

    @ParameterizedTest
    @CsvSource({"mentor1", "coordinator1"})
    void whatTheTraineeBeganThemselvesIsNobodyElses(String login) {
        UUID id = Chunks.attemptOf(TRAINEE);
        make(login, TRAINEE, id).then().statusCode(404);
        Chunks.put(login, id, 1, 0, Chunks.bytes("a")).then().statusCode(404);
        Tokens.as(login).get("/api/attempts/{id}", id).then().statusCode(404);
        Tokens.as(login).get("/api/attempts/{id}/takes", id).then().statusCode(404);
        finish(login, id).then().statusCode(404);
        Tokens.as(login).delete("/api/attempts/{id}", id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"coordinator1", "mentor2", "mentor3", "recorded-on-site-too"})
    void whatOneRecordsNobodyElseSendsTo(String login) {
        UUID id = Ids.next();
        make(MENTOR, TRAINEE, id).then().statusCode(201);
        Chunks.put(login, id, 1, 0, Chunks.bytes("a")).then().statusCode(404);
        finish(login, id).then().statusCode(404);
        Tokens.as(login).delete("/api/attempts/{id}", id).then().statusCode(404);
    }

    @Test
    void begunForTheWrongTraineeItIsUndoneUntilAllOfItIsHere() {
        UUID id = Ids.next();
        make(MENTOR, OTHER, id).then().statusCode(201);
        make(MENTOR, TRAINEE, id).then().statusCode(409).body("code", equalTo("practice.other-plan"));
        Chunks.put(MENTOR, id, 1, 0, Chunks.bytes("a")).then().statusCode(201);

        Tokens.as(MENTOR).delete("/api/attempts/{id}", id).then().statusCode(204);

        Tokens.as(OTHER).get("/api/attempts/{id}", id).then().statusCode(404);
    }

    @Test
    void deletedByTheTraineeNothingMoreIsTaken() {
        UUID id = Ids.next();
        make(MENTOR, TRAINEE, id).then().statusCode(201);
        Chunks.put(MENTOR, id, 1, 0, Chunks.bytes("a")).then().statusCode(201);
        Tokens.as(TRAINEE).delete("/api/attempts/{id}", id).then().statusCode(204);

        Chunks.put(MENTOR, id, 1, 1, Chunks.bytes("b")).then().statusCode(404);
        finish(MENTOR, id).then().statusCode(404);
        make(MENTOR, TRAINEE, id).then().statusCode(410).body("code", equalTo("practice.attempt-deleted"));
    }

    private static Response make(String login, String trainee, UUID id) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("title", "霉豆腐", "format", "pitch", "products", List.of("霉豆腐")))
                .put("/api/trainees/{trainee}/attempts/{id}", idOf(trainee), id);
    }

    private static Response finish(String login, UUID id) {
        return Chunks.finish(login, id, List.of(take(1, 1, Chunks.START, "2026-06-18T12:00:05Z")));
    }

    private static String idOf(String login) {
        return Tokens.as(login).get("/api/me").then().statusCode(200).extract().path("id");
    }

    private static int storedBytes() {
        return Tokens.as("admin")
                .get("/api/quotas/fengcheng/people/" + idOf(TRAINEE))
                .then()
                .statusCode(200)
                .extract()
                .path("used.bytes");
    }
}
