package org.tianbo.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ReviewsIT extends ReviewCalls {

    @Test
    void aDraftIsSavedOverTheVersionItsWriterHasSeen() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        String id = review.getString("id");

        JsonPath saved = put(MENTOR, id, review.getLong("version"), Map.of("marks", Map.of("opening", 4)))
                .statusCode(200)
                .body("draft.marks.opening", equalTo(4))
                .body("score", nullValue())
                .extract()
                .jsonPath();

        assertThat(saved.getLong("version")).isGreaterThan(review.getLong("version"));
        put(MENTOR, id, review.getLong("version"), Map.of("marks", Map.of("opening", 1)))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("mentoring.draft-stale"))
                .body("current.draft.marks.opening", equalTo(4))
                .body("current.version", equalTo(saved.getInt("version")));
        Tokens.as(MENTOR)
                .get("/api/reviews/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + saved.getLong("version") + "\"");
    }

    @Test
    void aSaveThatDoesNotSayWhatItsWriterHasSeenIsNotTaken() {
        String id = claimed(MENTOR, TRAINEE).getString("id");

        json(MENTOR)
                .body(Map.of("marks", Map.of()))
                .put("/api/reviews/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("mentoring.version-not-named"));
    }

    @Test
    void whatCanNeverBeRightIsRefusedFieldByField() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        String id = review.getString("id");
        long version = review.getLong("version");
        long beyond = Attempts.LENGTH.plusSeconds(60).toMillis();

        put(MENTOR, id, version, Map.of("marks", Map.of("singing", 3)))
                .statusCode(422)
                .body("errors.field", contains("marks.singing"))
                .body("errors.code", contains("curriculum.criterion-unknown"));
        put(MENTOR, id, version, Map.of("moments", List.of(moment(beyond, "opening", "change"))))
                .statusCode(422)
                .body("errors.field", contains("moments[0].fromMs"))
                .body("errors.code", contains("mentoring.outside-recording"));
        put(MENTOR, id, version, Map.of("moments", List.of(moment(1_000, "opening", "shrug"))))
                .statusCode(422);
        put(MENTOR, id, version, Map.of("colour", "red")).statusCode(422);
        put(MENTOR, id, version, Map.of("marks", Map.of("opening", 3))).statusCode(200);
    }

    @Test
    void publishingNeedsEveryScoreAndIsFinal() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        String id = review.getString("id");
        long version = put(MENTOR, id, review.getLong("version"), Map.of("marks", Map.of("opening", 4)))
                .extract()
                .jsonPath()
                .getLong("version");

        publish(MENTOR, id)
                .statusCode(422)
                .body("code", equalTo("mentoring.incomplete"))
                .body("errors.field", hasItems("marks.explanation", "marks.trouble", "compliance"));
        long complete = put(MENTOR, id, version, completeDraft())
                .statusCode(200)
                .body("score", equalTo(80))
                .body("missing.size()", equalTo(0))
                .extract()
                .jsonPath()
                .getLong("version");
        publish(MENTOR, id)
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("score", equalTo(80))
                .body("highlights.keep.size()", equalTo(1));

        publish(MENTOR, id).statusCode(409).body("code", equalTo("mentoring.already-published"));
        put(MENTOR, id, complete + 1, completeDraft()).statusCode(409);
        claim(SECOND, UUID.fromString(review.getString("attempt"))).statusCode(409);
        Tokens.as(TRAINEE)
                .get("/api/attempts/" + review.getString("attempt"))
                .then()
                .body("state", equalTo("reviewed"));
    }

    @Test
    void theTraineeReadsScoresAsTextAndEachMomentLeadsToItsClip() {
        JsonPath review = claimed(MENTOR, OTHER);
        String feedback = "/practice/" + review.getString("attempt") + "/feedback";
        Tokens.as(OTHER).accept("text/html").get(feedback).then().statusCode(404);
        Map<String, Object> draft = new HashMap<>(completeDraft());
        draft.put("compliance", Map.of("broken", true, "atMs", 1_000, "rule", "no-absolute-claims"));
        put(MENTOR, review.getString("id"), review.getLong("version"), draft).statusCode(200);
        publish(MENTOR, review.getString("id")).statusCode(200);

        String page = Tokens.as(OTHER)
                .accept("text/html")
                .get(feedback)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String mentor = Tokens.as(MENTOR).get("/api/me").path("name");
        Instant publishedAt = Instant.parse(
                Tokens.as(MENTOR).get("/api/reviews/" + review.getString("id")).path("publishedAt"));
        assertThat(page)
                .contains("href=\"/rules/no-absolute-claims\"", mentor + " · " + DateTexts.day(publishedAt) + " 点评");
        assertThat(page).contains("80 分", "先报重量和价钱", "data-from=\"2000\" data-to=\"4000\"", "MB");
        Tokens.as(THIRD).accept("text/html").get(feedback).then().statusCode(404);
        Tokens.as(MENTOR).accept("text/html").get(feedback).then().statusCode(403);
    }

    @Test
    void theDeskShowsTheQueueAndTheGradingPage() {
        JsonPath review = claimed(MENTOR, THIRD);

        String queue = Tokens.as(MENTOR)
                .accept("text/html")
                .get("/mentoring")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String desk = Tokens.as(MENTOR)
                .accept("text/html")
                .get("/mentoring/" + review.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(queue).contains(THIRD, "接着评");
        assertThat(desk).contains("data-writable", "第一句话", "name=\"mark-honest-close\"");
        Tokens.as(THIRD).accept("text/html").get("/mentoring").then().statusCode(403);
    }
}
