package org.tianbo.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What a mentor takes back or gives back; needs the jobs and the pages of trainee and mentor. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ReviewUndoIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Newcomers newcomers;

    @Inject
    People people;

    @Inject
    Mentorships mentorships;

    @Inject
    CurrentCounty county;

    private String trainee;
    private String mentor;
    private String other;
    private UUID traineeId;
    private UUID mentorId;
    private UUID attempt;

    @BeforeEach
    void oneTraineeOfTwoMentorsHandsIn() {
        int number = NUMBER.incrementAndGet();
        trainee = "taken-back-" + number;
        mentor = "takes-back-" + number;
        other = "stands-by-" + number;
        traineeId = newcomers.join(trainee, Roles.TRAINEE);
        mentorId = newcomers.join(mentor, Roles.MENTOR);
        UUID otherId = newcomers.join(other, Roles.MENTOR);
        county.run("fengcheng", () -> {
            people.assign(mentorId, traineeId);
            people.assign(otherId, traineeId);
        });
        attempt = Attempts.submitted(trainee, "冻米糖");
    }

    @Test
    void nothingOfAReviewIsSeenUntilItCanNoLongerBeTakenBack() {
        undoFor(Duration.ofHours(1));

        String review = Reviews.published(mentor, attempt);

        Tokens.as(mentor)
                .get("/api/reviews/" + review)
                .then()
                .body("state", equalTo("published"))
                .body("undoableUntil", notNullValue());
        seenByTheTrainee(404, "submitted");
        page("/mentoring?sent=" + review).body(containsString("action=\"/mentoring/" + review + "/undo\""));
        page("/mentoring/" + review).body(containsString("action=\"/mentoring/" + review + "/undo\""));
        undo(review)
                .statusCode(200)
                .body("state", equalTo("claimed"))
                .body("draft.moments.size()", equalTo(2))
                .body("publishedAt", nullValue());
        undo(review).statusCode(409).body("code", equalTo("mentoring.undo-too-late"));
        seenByTheTrainee(404, "submitted");

        undoFor(Duration.ofMillis(1_500));
        Reviews.published(mentor, attempt);

        Eventually.value(this::state, "reviewed"::equals);
        seenByTheTrainee(200, "reviewed");
        undo(review).statusCode(409).body("code", equalTo("mentoring.undo-too-late"));
    }

    @Test
    void whatIsGivenBackAnotherMentorTakesAtOnce() {
        String review = Reviews.claimed(mentor, attempt);
        claim(other).statusCode(409);
        giveBack(other, review).statusCode(409).body("code", equalTo("mentoring.lease-is-anothers"));

        giveBack(mentor, review).statusCode(200).body("state", equalTo("waiting"));

        claim(other).statusCode(200).body("id", equalTo(review));
        giveBack(mentor, review).statusCode(409);
    }

    @Test
    void whatAMentorHoldsOfATraineeWhoIsNoLongerTheirsIsFreeAtOnce() {
        String review = Reviews.claimed(mentor, attempt);

        county.run("fengcheng", () -> mentorships.unassign(traineeId, mentorId, mentorId));

        claim(other).statusCode(200).body("id", equalTo(review));
        giveBack(mentor, review).statusCode(404);
    }

    private static void undoFor(Duration length) {
        QuarkusMock.installMockForType(
                new UndoWindow(null) {
                    @Override
                    Duration length() {
                        return length;
                    }
                },
                UndoWindow.class);
    }

    private void seenByTheTrainee(int feedback, String state) {
        Tokens.as(trainee)
                .accept("text/html")
                .get("/practice/" + attempt + "/feedback")
                .then()
                .statusCode(feedback);
        assertThat(state()).isEqualTo(state);
    }

    private ValidatableResponse page(String address) {
        return Tokens.as(mentor).accept("text/html").get(address).then().statusCode(200);
    }

    private String state() {
        return Attempts.state(trainee, attempt);
    }

    private ValidatableResponse undo(String review) {
        return Tokens.as(mentor).post("/api/reviews/" + review + "/undo").then();
    }

    private static ValidatableResponse giveBack(String who, String review) {
        return Tokens.as(who).post("/api/reviews/" + review + "/give-back").then();
    }

    private ValidatableResponse claim(String who) {
        return Tokens.as(who)
                .contentType("application/json")
                .body(Map.of("attempt", attempt))
                .post("/api/reviews/claim")
                .then();
    }
}
