package org.tianbo.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Who may write a review: the queue, the lease and the version. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LeaseIT extends ReviewCalls {

    private static final int ROUNDS = 6;
    private static final String VILLAGER = "reviewed-of-a-village";

    @Inject
    Newcomers newcomers;

    @Test
    void whatIsHandedInWaitsUntilAMentorClaimsItForTwoHours() {
        UUID villager = newcomers.join(
                "fengcheng",
                new NewPerson(VILLAGER, VILLAGER, null, null, null, null, "拖船镇", "上坊村", null, null),
                Roles.TRAINEE);
        newcomers.assign("fengcheng", MENTOR, villager);
        UUID attempt = Attempts.submitted(VILLAGER, "冻米糖");

        JsonPath review = claim(MENTOR, attempt).statusCode(200).extract().jsonPath();

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
        UUID first = Attempts.submitted(ALONE, "干豆角");
        Attempts.submitted(ALONE, "红薯粉");

        JsonPath begun = claim(ONLY_MENTOR).statusCode(200).extract().jsonPath();

        assertThat(begun.getString("attempt")).isEqualTo(first.toString());
        claim(ONLY_MENTOR).statusCode(200).body("id", equalTo(begun.getString("id")));
        publishAll(ONLY_MENTOR);
        claim(ONLY_MENTOR).statusCode(204);
    }

    @Test
    void twoMentorsWhoClaimAtTheSameMomentNeverGetTheSame() throws Exception {
        Attempts.submitted(OTHER, "冻米糖");
        Attempts.submitted(THIRD, "冻米糖");
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                advance(Duration.ofHours(3L * round));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<String>> claims = new ArrayList<>();
                for (String mentor : List.of(MENTOR, SECOND)) {
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
    void renewingTheLeaseDoesNotMakeADraftStale() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        advance(Duration.ofHours(1));

        JsonPath renewed = claim(MENTOR, UUID.fromString(review.getString("attempt")))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(Instant.parse(renewed.getString("leaseUntil")))
                .isAfter(Instant.parse(review.getString("leaseUntil")));
        assertThat(renewed.getLong("version")).isEqualTo(review.getLong("version"));
    }

    @Test
    void anExpiredLeaseIsRenewedByWritingUnlessAnotherTookOverWhoThenFindsTheDraft() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        String id = review.getString("id");
        UUID attempt = UUID.fromString(review.getString("attempt"));
        claim(SECOND, attempt).statusCode(409).body("code", equalTo("mentoring.lease-is-anothers"));

        advance(Duration.ofHours(3));
        long version = put(MENTOR, id, review.getLong("version"), Map.of("marks", Map.of("pace", 5)))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("version");
        claim(SECOND, attempt).statusCode(409);

        advance(Duration.ofHours(6));
        JsonPath taken = claim(SECOND, attempt)
                .statusCode(200)
                .body("draft.marks.pace", equalTo(5))
                .extract()
                .jsonPath();
        put(MENTOR, id, version, Map.of("marks", Map.of()))
                .statusCode(409)
                .body("code", equalTo("mentoring.lease-is-anothers"));
        put(SECOND, id, taken.getLong("version"), Map.of("marks", Map.of("pace", 4)))
                .statusCode(200);
    }

    @Test
    void othersDoNotSeeWhatIsNotTheirs() {
        JsonPath review = claimed(MENTOR, TRAINEE);
        String path = "/api/reviews/" + review.getString("id");

        Tokens.as("mentor3").get(path).then().statusCode(404).body("code", equalTo("mentoring.review-unknown"));
        Tokens.as("officer2").get(path).then().statusCode(404);
        claim("mentor3", UUID.fromString(review.getString("attempt"))).statusCode(404);
        put("mentor3", review.getString("id"), 0, Map.of()).statusCode(404);
        publish("mentor3", review.getString("id")).statusCode(404);
        Tokens.as(TRAINEE).get(path).then().statusCode(403);
        Tokens.as("officer1").get(path).then().statusCode(200);
        Tokens.as("coordinator1").get(path).then().statusCode(200);
        put("officer1", review.getString("id"), 0, Map.of()).statusCode(403);
        Tokens.as(MENTOR).get("/api/reviews/" + Ids.next()).then().statusCode(404);
    }

    @Test
    void onlyTheMentorWhoHoldsItWrites() {
        JsonPath review = claimed(MENTOR, TRAINEE);

        put(SECOND, review.getString("id"), review.getLong("version"), Map.of()).statusCode(409);
        publish(SECOND, review.getString("id")).statusCode(409);
    }

    private void advance(Duration by) {
        QuarkusMock.installMockForType(
                Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), by), Clock.class);
    }

    private static void publishAll(String mentor) {
        for (ValidatableResponse next = claim(mentor); next.extract().statusCode() == 200; next = claim(mentor)) {
            JsonPath review = next.extract().jsonPath();
            put(mentor, review.getString("id"), review.getLong("version"), completeDraft())
                    .statusCode(200);
            publish(mentor, review.getString("id")).statusCode(200);
        }
    }
}
