package org.tianbo.practice.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/**
 * A rehearsal is its trainee's to delete until it is handed in, and to take back until a mentor begins. Needs rows,
 * jobs and roles.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {DeleteAndTakeBackIT.TRAINEE, DeleteAndTakeBackIT.OTHER},
        mentor = "mentor1")
class DeleteAndTakeBackIT {

    static final String OTHER = "delete-and-take-back-other";
    private static final String COUNTY = "fengcheng";
    static final String TRAINEE = "delete-and-take-back";
    private static final String MENTOR = "mentor1";

    @Inject
    Media media;

    @Test
    void deletedIsGoneEverywhereAndStaysGone() {
        UUID id = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, id, 1, 0, Chunks.bytes("a")).then().statusCode(201);
        Chunks.put(TRAINEE, id, 1, 1, Chunks.bytes("b")).then().statusCode(201);
        assertThat(stored(id)).hasSize(2);
        delete(OTHER, id).statusCode(404);

        delete(TRAINEE, id).statusCode(204);

        delete(TRAINEE, id).statusCode(204);
        get(id).statusCode(404);
        Chunks.make(TRAINEE, id, "冻米糖").then().statusCode(410).body("code", equalTo("practice.attempt-deleted"));
        Chunks.put(TRAINEE, id, 1, 2, Chunks.bytes("c")).then().statusCode(404);
        Eventually.value(() -> stored(id), Map::isEmpty);
    }

    @Test
    void whatAMentorMayAlreadySeeIsNotDeletedUntilItIsTakenBack() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        delete(TRAINEE, id).statusCode(409).body("code", equalTo("practice.handed-in"));

        takeBack(id).statusCode(200).body("state", equalTo("ready")).body("handedInAt", nullValue());

        delete(TRAINEE, id).statusCode(204);
        Eventually.value(() -> stored(id), Map::isEmpty);
    }

    @Test
    void takenBackItLeavesTheQueueAndKeepsItsNumberWhenItIsHandedInAgain() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        int number = claim(id).statusCode(200).extract().path("attemptNo");
        takeBack(id).statusCode(409).body("code", equalTo("mentoring.review-begun"));

        UUID other = Attempts.submitted(TRAINEE, "霉豆腐");
        takeBack(other).statusCode(200);
        takeBack(other).statusCode(200);
        claim(other).statusCode(404);
        Tokens.as(MENTOR).get("/api/attempts/{id}", other).then().statusCode(404);

        Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", other).then().statusCode(200);
        claim(other).statusCode(200).body("attemptNo", equalTo(number + 1));
    }

    @Test
    void takenBackWhileItIsPreparedItNeverReachesAMentor() {
        UUID id = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, id, 1, 0, Chunks.bytes("no video")).then().statusCode(201);
        Chunks.finish(TRAINEE, id, List.of(take(1, 1))).then().statusCode(202);
        Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", id);
        takeBack(id).statusCode(200).body("handedInAt", nullValue());
    }

    private Map<String, Long> stored(UUID id) {
        return media.sizes(COUNTY + "/attempts/" + id);
    }

    private static ValidatableResponse get(UUID id) {
        return Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then();
    }

    private static ValidatableResponse delete(String login, UUID id) {
        return Tokens.as(login).delete("/api/attempts/{id}", id).then();
    }

    private static ValidatableResponse takeBack(UUID id) {
        return Tokens.as(TRAINEE).post("/api/attempts/{id}/take-back", id).then();
    }

    private static ValidatableResponse claim(UUID attempt) {
        return Tokens.as(MENTOR)
                .contentType("application/json")
                .body(Map.of("attempt", attempt.toString()))
                .post("/api/reviews/claim")
                .then();
    }
}
