package org.tianbo.mentoring;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** The calls of mentors that the tests of reviews share. */
@Trainees(
        value = {ReviewCalls.TRAINEE, ReviewCalls.OTHER, ReviewCalls.THIRD},
        mentor = {ReviewCalls.MENTOR, ReviewCalls.SECOND})
@Trainees(value = ReviewCalls.ALONE, mentor = ReviewCalls.ONLY_MENTOR)
abstract class ReviewCalls {

    static final String TRAINEE = "reviewed";
    static final String OTHER = "reviewed-other";
    static final String THIRD = "reviewed-third";
    static final String MENTOR = "reviews";
    static final String SECOND = "reviews-second";
    static final String ALONE = "reviewed-alone";
    static final String ONLY_MENTOR = "reviews-alone";

    static final List<String> CRITERIA = List.of(
            "opening",
            "explanation",
            "demonstration",
            "interaction",
            "honest-close",
            "pace",
            "picture",
            "after-sale",
            "trouble");

    @Inject
    Clock clock;

    static JsonPath claimed(String mentor, String trainee) {
        UUID attempt = Attempts.submitted(trainee, "冻米糖");
        return claim(mentor, attempt).statusCode(200).extract().jsonPath();
    }

    static Map<String, Object> completeDraft() {
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

    static Map<String, Object> moment(long fromMs, String criterion, String kind) {
        return Map.of("id", Ids.next(), "fromMs", fromMs, "criterion", criterion, "kind", kind, "words", "开头报了村子和名字");
    }

    static Map<String, Object> span(long fromMs, long toMs) {
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

    static ValidatableResponse claim(String mentor) {
        return json(mentor).body(Map.of()).post("/api/reviews/claim").then();
    }

    static ValidatableResponse claim(String mentor, UUID attempt) {
        return json(mentor)
                .body(Map.of("attempt", attempt))
                .post("/api/reviews/claim")
                .then();
    }

    static ValidatableResponse put(String mentor, String review, long version, Map<String, ?> draft) {
        return json(mentor)
                .header("If-Match", "\"" + version + "\"")
                .body(draft)
                .put("/api/reviews/" + review)
                .then();
    }

    static ValidatableResponse publish(String mentor, String review) {
        return Tokens.as(mentor).post("/api/reviews/" + review + "/publish").then();
    }

    static RequestSpecification json(String login) {
        return Tokens.as(login).contentType("application/json");
    }
}
