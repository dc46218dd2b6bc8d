package org.tianbo.testsupport;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Reviews written the way a mentor writes them: through the API. */
public final class Reviews {

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

    private Reviews() {}

    /** Leases the review of the attempt. @return its id */
    public static String claimed(String mentor, UUID attempt) {
        return claim(() -> Tokens.as(mentor), attempt).getString("id");
    }

    /** The id of the attempt's review, however it stands. */
    public static String ofAttempt(String mentor, UUID attempt) {
        String page = Tokens.as(mentor)
                .redirects()
                .follow(false)
                .get("/mentoring/attempts/{attempt}", attempt)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /**
     * Marks everything with a four, notes one thing done well and one to change, and publishes. @return the review's id
     */
    public static String published(String mentor, UUID attempt) {
        return published(() -> Tokens.as(mentor), attempt);
    }

    /** The same of a mentor who signed in otherwise; each request begins as given. */
    public static String published(Supplier<RequestSpecification> mentor, UUID attempt) {
        JsonPath review = claim(mentor, attempt);
        String id = review.getString("id");
        Map<String, Integer> scores = new TreeMap<>();
        CRITERIA.forEach(criterion -> scores.put(criterion, 4));
        mentor.get()
                .contentType("application/json")
                .header("If-Match", "\"" + review.getLong("version") + "\"")
                .body(Map.of(
                        "marks",
                        scores,
                        "compliance",
                        Map.of("broken", false),
                        "moments",
                        List.of(moment("well-done", 1_000, "一上来就说清楚是谁"), moment("change", 3_000, "先报重量和价钱"))))
                .put("/api/reviews/" + id)
                .then()
                .statusCode(200);
        mentor.get().post("/api/reviews/" + id + "/publish").then().statusCode(200);
        return id;
    }

    private static JsonPath claim(Supplier<RequestSpecification> mentor, UUID attempt) {
        return mentor.get()
                .contentType("application/json")
                .body(Map.of("attempt", attempt.toString()))
                .post("/api/reviews/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> moment(String kind, long at, String text) {
        return Map.of(
                "id", UUID.randomUUID().toString(), "fromMs", at, "criterion", "opening", "kind", kind, "words", text);
    }
}
