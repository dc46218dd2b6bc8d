package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What a host says of an own attempt, merged from several phones. Needs rows, roles and pages. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {SelfReviewIT.TRAINEE, SelfReviewIT.OTHER},
        mentor = "mentor1")
class SelfReviewIT {

    static final String OTHER = "self-review-other";
    static final String TRAINEE = "self-review";
    private static final String KEPT =
            "{'kept': {'words': '先报了价钱', 'at': {'take': 1, 'ms': 1000}, 'editedAt': '2026-06-18T04:00:00Z'}}";

    @Test
    void theLaterEditOfEachPartCountsWhicheverComesFirst() {
        UUID id = Chunks.attemptOf(TRAINEE);
        write(id, KEPT).then().statusCode(200);
        write(id, "{'change': {'words': '看镜头', 'editedAt': '2026-06-18T04:00:05Z'}}")
                .then()
                .statusCode(200)
                .body("kept.words", equalTo("先报了价钱"))
                .body("kept.at.ms", equalTo(1000))
                .body("change.words", equalTo("看镜头"))
                .body("change.at", nullValue());

        write(id, KEPT.replace("先报了价钱", "说得慢").replace("04:00:00Z", "04:00:09Z"))
                .then()
                .body("kept.words", equalTo("说得慢"));
        write(id, KEPT).then().statusCode(200).body("kept.words", equalTo("说得慢"));
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}", id)
                .then()
                .body("selfReview.kept.words", equalTo("说得慢"))
                .body("selfReview.change.words", equalTo("看镜头"));
    }

    @Test
    void aClockYearsAheadDoesNotWinForEver() {
        UUID id = Chunks.attemptOf(TRAINEE);
        String told = write(id, KEPT.replace("2026-06-18", "2090-06-18")).path("kept.editedAt");
        assertThat(told).isLessThan("2090");
    }

    @Test
    void theMentorSeesItBesideTheMarksAndTheHostOnThePage() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        write(id, KEPT.replace("先报了价钱", "<b>先报了价钱")).then().statusCode(200);
        assertThat(Tokens.page("mentor1", "/mentoring/" + Reviews.ofAttempt("mentor1", id)))
                .contains("本人自己看过后说的", "data-seek=\"1000\"", "&lt;b&gt;先报了价钱");
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains("自己看一遍", "&lt;b&gt;先报了价钱");
        Tokens.as("mentor1").get("/api/attempts/{id}", id).then().body("selfReview.kept.words", equalTo("<b>先报了价钱"));
        Tokens.as("officer1")
                .get("/api/attempts/{id}", id)
                .then()
                .statusCode(200)
                .body("selfReview", nullValue());
    }

    @Test
    void nobodyElseWritesIt() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        write(OTHER, id, KEPT).then().statusCode(404);
        write("mentor1", id, KEPT).then().statusCode(403);
        write(TRAINEE, UUID.randomUUID(), KEPT).then().statusCode(404);
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().body("selfReview.kept", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    先报了价钱 | LONG      | request.invalid
                    先报了价钱 | \\u0000   | request.invalid
                    'take': 1  | 'take': -1 | request.invalid
                    2026-06-18 | 18         | request.bad-value
                    {'kept'    | {'loved'   | request.unknown-field
                    """,
            quoteCharacter = '"')
    void whatCannotBeIsRefused(String part, String instead, String code) {
        UUID id = Chunks.attemptOf(TRAINEE);
        write(id, KEPT.replace(part, instead.replace("LONG", "好".repeat(501))))
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().body("selfReview.kept", nullValue());
    }

    private static Response write(UUID id, String report) {
        return write(TRAINEE, id, report);
    }

    private static Response write(String login, UUID id, String report) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(report.replace('\'', '"'))
                .put("/api/attempts/{id}/self-review", id);
    }
}
