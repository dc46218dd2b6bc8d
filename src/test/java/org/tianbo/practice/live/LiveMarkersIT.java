package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.hls.LiveLeases;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Lives;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** From a mentor's tap while watching to the time lines of trainee and mentor, over real recordings and PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = LiveMarkersIT.HOST, mentor = "mentor1")
class LiveMarkersIT {

    static final String HOST = "marked-live";

    @Inject
    LiveLeases lives;

    @Inject
    Newcomers newcomers;

    @Test
    void whatAMentorMarksWhileWatchingStandsOnBothTimeLinesAtTheSecondThatWasShown() {
        UUID attempt = Chunks.attemptOf(HOST);
        Guest mentor = Guest.opens(Lives.invite(HOST, attempt));
        Instant shown = lives.show(attempt, 1, 1_000, 2_000);
        // The later one first: it stands behind the other all the same.
        mark(mentor, Tokens.as("mentor1"), "look", shown.plusMillis(1_900), 204);
        mark(mentor, Tokens.as("mentor1"), "good", shown.plusMillis(1_200), 204);

        newcomers.join("mentors-others", Roles.MENTOR);
        mark(mentor, Tokens.as("mentors-others"), "good", shown, 403);
        mark(mentor, Tokens.as(HOST), "good", shown, 403);
        mark(mentor, RestAssured.given(), "good", shown, 302);
        Tokens.as(HOST)
                .contentType("application/json")
                .body(Map.of(
                        "takes",
                        List.of(Chunks.take(1, 1)),
                        "marks",
                        List.of(Map.of("at", Chunks.START, "kind", "mentor", "ref", "good"))))
                .post("/api/attempts/{id}/finish", attempt)
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.mark-of-a-mentor"));

        Attempts.record(HOST, attempt);
        mark(mentor, Tokens.as("mentor1"), "good", shown, 410);

        String own = Tokens.as(HOST)
                .header("Accept-Language", "zh-CN")
                .get("/practice/{id}", attempt)
                .asString();
        assertThat(own)
                .contains("x1=\"2200\"", "x1=\"2900\"")
                .containsPattern("data-at-ms=\"2200\"[^\n]*老师看直播时记下：这里讲得好")
                .containsPattern("data-at-ms=\"2900\"[^\n]*老师看直播时记下：回头看看这里");
        assertThat(own.indexOf("data-at-ms=\"2200\"")).isLessThan(own.indexOf("data-at-ms=\"2900\""));
        assertThat(Tokens.as("mentor1")
                        .header("Accept-Language", "zh-CN")
                        .get("/mentoring/{review}", Reviews.ofAttempt("mentor1", attempt))
                        .asString())
                .containsPattern("class=\"event mentors\" x=\"4[34]\\.[^\n]*这里讲得好")
                .containsPattern("data-seek=\"2200\"[^\n]*老师看直播时记下：这里讲得好");
    }

    private static void mark(Guest guest, RequestSpecification who, String meaning, Instant shown, int status) {
        guest.posts(who, "/markers", Map.of("meaning", meaning, "shown", shown.toString()))
                .then()
                .statusCode(status);
    }
}
