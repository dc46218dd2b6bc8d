package org.tianbo.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ReviewsIT {

    private static final List<String> CRITERIA = List.of(
            "opening",
            "explanation",
            "demonstration",
            "interaction",
            "honest-close",
            "pace",
            "picture",
            "after-sale",
            "trouble");

    private static final int ROUNDS = 6;

    @Inject
    Clock clock;

    @Test
    void whatIsHandedInWaitsUntilAMentorClaimsItForTwoHours() {
        UUID attempt = Attempts.submitted("trainee1", "冻米糖");

        JsonPath review = claim("mentor1", attempt).statusCode(200).extract().jsonPath();

        assertThat(review.getString("state")).isEqualTo("claimed");
        assertThat(review.getString("trainee.village")).isEqualTo("上坊村");
        assertThat(review.getString("rubricVersion")).matches("[0-9a-f]{16}");
        Instant due = Instant.parse(review.getString("dueAt"));
        assertThat(due).isEqualTo(Instant.parse(review.getString("submittedAt")).plus(Duration.ofHours(72)));
        assertThat(Instant.parse(review.getString("leaseUntil")))
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(119)),
                        clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void theOldestDueComesFirstWhatWasBegunBeforeItAndNothingIsNoContent() {
        publishAll("mentor3");
        UUID first = Attempts.submitted("trainee7", "干豆角");
        Attempts.submitted("trainee7", "红薯粉");

        JsonPath begun = claim("mentor3").statusCode(200).extract().jsonPath();

        assertThat(begun.getString("attempt")).isEqualTo(first.toString());
        claim("mentor3").statusCode(200).body("id", equalTo(begun.getString("id")));
        publishAll("mentor3");
        claim("mentor3").statusCode(204);
    }

    @Test
    void twoMentorsWhoClaimAtTheSameMomentNeverGetTheSame() throws Exception {
        Attempts.submitted("trainee2", "冻米糖");
        Attempts.submitted("trainee3", "冻米糖");
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                advance(Duration.ofHours(3L * round));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<String>> claims = new ArrayList<>();
                for (String mentor : List.of("mentor1", "mentor2")) {
                    claims.add(desks.submit(() -> {
                        together.await();
                        return claim(mentor).statusCode(200).extract().path("id");
                    }));
                }
                assertThat(claims.get(0).get()).isNotEqualTo(claims.get(1).get());
            }
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void aDraftIsSavedOverTheVersionItsWriterHasSeen() {
        JsonPath review = claimed("mentor1", "trainee1");
        String id = review.getString("id");

        JsonPath saved = put("mentor1", id, review.getLong("version"), Map.of("marks", Map.of("opening", 4)))
                .statusCode(200)
                .body("draft.marks.opening", equalTo(4))
                .body("score", nullValue())
                .extract()
                .jsonPath();

        assertThat(saved.getLong("version")).isGreaterThan(review.getLong("version"));
        put("mentor1", id, review.getLong("version"), Map.of("marks", Map.of("opening", 1)))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("mentoring.draft-stale"))
                .body("current.draft.marks.opening", equalTo(4))
                .body("current.version", equalTo(saved.getInt("version")));
        Tokens.as("mentor1")
                .get("/api/reviews/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + saved.getLong("version") + "\"");
    }

    @Test
    void aSaveThatDoesNotSayWhatItsWriterHasSeenIsNotTaken() {
        String id = claimed("mentor1", "trainee1").getString("id");

        json("mentor1")
                .body(Map.of("marks", Map.of()))
                .put("/api/reviews/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("mentoring.version-not-named"));
    }

    @Test
    void renewingTheLeaseDoesNotMakeADraftStale() {
        JsonPath review = claimed("mentor1", "trainee1");
        advance(Duration.ofHours(1));

        JsonPath renewed = claim("mentor1", UUID.fromString(review.getString("attempt")))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(Instant.parse(renewed.getString("leaseUntil")))
                .isAfter(Instant.parse(review.getString("leaseUntil")));
        assertThat(renewed.getLong("version")).isEqualTo(review.getLong("version"));
    }

    @Test
    void anExpiredLeaseIsRenewedByWritingUnlessAnotherTookOverWhoThenFindsTheDraft() {
        JsonPath review = claimed("mentor1", "trainee1");
        String id = review.getString("id");
        UUID attempt = UUID.fromString(review.getString("attempt"));
        claim("mentor2", attempt).statusCode(409).body("code", equalTo("mentoring.lease-is-anothers"));

        advance(Duration.ofHours(3));
        long version = put("mentor1", id, review.getLong("version"), Map.of("marks", Map.of("pace", 5)))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("version");
        claim("mentor2", attempt).statusCode(409);

        advance(Duration.ofHours(6));
        JsonPath taken = claim("mentor2", attempt)
                .statusCode(200)
                .body("draft.marks.pace", equalTo(5))
                .extract()
                .jsonPath();
        put("mentor1", id, version, Map.of("marks", Map.of()))
                .statusCode(409)
                .body("code", equalTo("mentoring.lease-is-anothers"));
        put("mentor2", id, taken.getLong("version"), Map.of("marks", Map.of("pace", 4)))
                .statusCode(200);
    }

    @Test
    void whatCanNeverBeRightIsRefusedFieldByField() {
        JsonPath review = claimed("mentor1", "trainee1");
        String id = review.getString("id");
        long version = review.getLong("version");
        long beyond = Attempts.LENGTH.plusSeconds(60).toMillis();

        put("mentor1", id, version, Map.of("marks", Map.of("singing", 3)))
                .statusCode(422)
                .body("errors.field", contains("marks.singing"))
                .body("errors.code", contains("curriculum.criterion-unknown"));
        put("mentor1", id, version, Map.of("moments", List.of(moment(beyond, "opening", "change"))))
                .statusCode(422)
                .body("errors.field", contains("moments[0].fromMs"))
                .body("errors.code", contains("mentoring.outside-recording"));
        put("mentor1", id, version, Map.of("moments", List.of(moment(1_000, "opening", "shrug"))))
                .statusCode(422);
        put("mentor1", id, version, Map.of("colour", "red")).statusCode(422);
        put("mentor1", id, version, Map.of("marks", Map.of("opening", 3))).statusCode(200);
    }

    @Test
    void publishingNeedsEveryScoreAndIsFinal() {
        JsonPath review = claimed("mentor1", "trainee1");
        String id = review.getString("id");
        long version = put("mentor1", id, review.getLong("version"), Map.of("marks", Map.of("opening", 4)))
                .extract()
                .jsonPath()
                .getLong("version");

        publish("mentor1", id)
                .statusCode(422)
                .body("code", equalTo("mentoring.incomplete"))
                .body("errors.field", hasItems("marks.explanation", "marks.trouble", "compliance"));
        long complete = put("mentor1", id, version, completeDraft())
                .statusCode(200)
                .body("score", equalTo(80))
                .body("missing.size()", equalTo(0))
                .extract()
                .jsonPath()
                .getLong("version");
        publish("mentor1", id)
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("score", equalTo(80))
                .body("highlights.keep.size()", equalTo(1));

        publish("mentor1", id).statusCode(409).body("code", equalTo("mentoring.already-published"));
        put("mentor1", id, complete + 1, completeDraft()).statusCode(409);
        claim("mentor2", UUID.fromString(review.getString("attempt"))).statusCode(409);
        Tokens.as("trainee1")
                .get("/api/attempts/" + review.getString("attempt"))
                .then()
                .body("state", equalTo("reviewed"));
    }

    @Test
    void othersDoNotSeeWhatIsNotTheirs() {
        JsonPath review = claimed("mentor1", "trainee1");
        String path = "/api/reviews/" + review.getString("id");

        Tokens.as("mentor3").get(path).then().statusCode(404).body("code", equalTo("mentoring.review-unknown"));
        Tokens.as("officer2").get(path).then().statusCode(404);
        claim("mentor3", UUID.fromString(review.getString("attempt"))).statusCode(404);
        put("mentor3", review.getString("id"), 0, Map.of()).statusCode(404);
        publish("mentor3", review.getString("id")).statusCode(404);
        Tokens.as("trainee1").get(path).then().statusCode(403);
        Tokens.as("officer1").get(path).then().statusCode(200);
        Tokens.as("coordinator1").get(path).then().statusCode(200);
        put("officer1", review.getString("id"), 0, Map.of()).statusCode(403);
        Tokens.as("mentor1").get("/api/reviews/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void onlyTheMentorWhoHoldsItWrites() {
        JsonPath review = claimed("mentor1", "trainee1");

        put("mentor2", review.getString("id"), review.getLong("version"), Map.of())
                .statusCode(409);
        publish("mentor2", review.getString("id")).statusCode(409);
    }

    @Test
    void theTraineeReadsScoresAsTextAndEachMomentLeadsToItsClip() {
        JsonPath review = claimed("mentor1", "trainee4");
        String feedback = "/practice/" + review.getString("attempt") + "/feedback";
        Tokens.as("trainee4").accept("text/html").get(feedback).then().statusCode(404);
        Map<String, Object> draft = new HashMap<>(completeDraft());
        draft.put("compliance", Map.of("broken", true, "atMs", 1_000, "rule", "no-absolute-claims"));
        put("mentor1", review.getString("id"), review.getLong("version"), draft).statusCode(200);
        publish("mentor1", review.getString("id")).statusCode(200);

        String page = Tokens.as("trainee4")
                .accept("text/html")
                .get(feedback)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String mentor = Tokens.as("mentor1").get("/api/me").path("name");
        assertThat(page)
                .contains(
                        "href=\"/rules/no-absolute-claims\"", mentor + " · " + DateTexts.day(clock.instant()) + " 点评");
        assertThat(page).contains("80 分", "先报重量和价钱", "data-from=\"2000\" data-to=\"4000\"", "MB");
        Tokens.as("trainee5").accept("text/html").get(feedback).then().statusCode(404);
        Tokens.as("mentor1").accept("text/html").get(feedback).then().statusCode(403);
    }

    @Test
    void theDeskShowsTheQueueAndTheGradingPage() {
        JsonPath review = claimed("mentor1", "trainee5");

        String queue = Tokens.as("mentor1")
                .accept("text/html")
                .get("/mentoring")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String desk = Tokens.as("mentor1")
                .accept("text/html")
                .get("/mentoring/" + review.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(queue).contains("演示·玉兰", "接着评");
        assertThat(desk).contains("data-writable", "第一句话", "name=\"mark-honest-close\"");
        Tokens.as("trainee5").accept("text/html").get("/mentoring").then().statusCode(403);
    }

    private void advance(Duration by) {
        QuarkusMock.installMockForType(
                Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), by), Clock.class);
    }

    private static JsonPath claimed(String mentor, String trainee) {
        UUID attempt = Attempts.submitted(trainee, "冻米糖");
        return claim(mentor, attempt).statusCode(200).extract().jsonPath();
    }

    private static void publishAll(String mentor) {
        for (ValidatableResponse next = claim(mentor); next.extract().statusCode() == 200; next = claim(mentor)) {
            JsonPath review = next.extract().jsonPath();
            put(mentor, review.getString("id"), review.getLong("version"), completeDraft())
                    .statusCode(200);
            publish(mentor, review.getString("id")).statusCode(200);
        }
    }

    private static Map<String, Object> completeDraft() {
        Map<String, Integer> scores = new HashMap<>();
        CRITERIA.forEach(criterion -> scores.put(criterion, 4));
        return Map.of(
                "marks",
                scores,
                "compliance",
                Map.of("broken", false),
                "moments",
                List.of(moment(0, "opening", "well-done"), span(2_000, 4_000)));
    }

    private static Map<String, Object> moment(long fromMs, String criterion, String kind) {
        return Map.of("id", Ids.next(), "fromMs", fromMs, "criterion", criterion, "kind", kind, "words", "开头报了村子和名字");
    }

    private static Map<String, Object> span(long fromMs, long toMs) {
        return Map.of(
                "id",
                Ids.next(),
                "fromMs",
                fromMs,
                "toMs",
                toMs,
                "criterion",
                "explanation",
                "kind",
                "change",
                "words",
                "先报重量和价钱");
    }

    private static ValidatableResponse claim(String mentor) {
        return json(mentor).body(Map.of()).post("/api/reviews/claim").then();
    }

    private static ValidatableResponse claim(String mentor, UUID attempt) {
        return json(mentor)
                .body(Map.of("attempt", attempt))
                .post("/api/reviews/claim")
                .then();
    }

    private static ValidatableResponse put(String mentor, String review, long version, Map<String, ?> draft) {
        return json(mentor)
                .header("If-Match", "\"" + version + "\"")
                .body(draft)
                .put("/api/reviews/" + review)
                .then();
    }

    private static ValidatableResponse publish(String mentor, String review) {
        return Tokens.as(mentor).post("/api/reviews/" + review + "/publish").then();
    }

    private static RequestSpecification json(String login) {
        return Tokens.as(login).contentType("application/json");
    }
}
