package org.tianbo.practice.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A booked rehearsal, from the phone's word to the message on home. With the real scheduler, which reminds. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({BookingIT.TRAINEE, BookingIT.PLANNER, BookingIT.OTHER})
class BookingIT {

    static final String TRAINEE = "books-a-time";
    static final String PLANNER = "books-and-begins";
    static final String OTHER = "books-nothing";

    @Test
    void itIsShownTodayRemindedOfOnceAndPutAwayByItsPersonAlone() {
        UUID id = Chunks.attemptOf(TRAINEE);
        Instant later = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
        book(TRAINEE, id, later.toString()).then().statusCode(200).body("bookedFor", equalTo(later.toString()));
        assertThat(home()).contains("datetime=\"" + later + "\"").doesNotContain("/seen");
        assertThat(Tokens.page(TRAINEE, "/practice")).contains("datetime=\"" + later + "\"");
        assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains("datetime=\"" + later + "\"");

        Instant soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        book(TRAINEE, id, soon.toString()).then().statusCode(200);
        book(TRAINEE, id, soon.toString()).then().statusCode(200);
        String reminded = Eventually.value(BookingIT::home, page -> page.contains("/seen"));
        assertThat(reminded).contains("快到练播时间了：冻米糖").contains("href=\"/practice/" + id + "\"");
        Matcher message = Pattern.compile("action=\"(/inbox/[^\"]+/seen)\"").matcher(reminded);
        assertThat(message.find()).isTrue();
        String put = message.group(1);
        assertThat(message.find()).isFalse();

        seen(PLANNER, put);
        assertThat(home()).contains("/seen");
        seen(TRAINEE, put);
        assertThat(home()).doesNotContain("/seen").contains("datetime=\"" + soon + "\"");
    }

    @Test
    void itsPlanIsReadByItsOwnTraineeAloneAndIsTheVerySame() {
        UUID id = Chunks.attemptOf(PLANNER);
        String plan = Tokens.as(PLANNER)
                .get("/api/attempts/{id}/plan", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Tokens.as(PLANNER)
                .contentType("application/json")
                .body(plan)
                .put("/api/attempts/{id}", id)
                .then()
                .statusCode(200);
        Tokens.as(OTHER).get("/api/attempts/{id}/plan", id).then().statusCode(404);
        Tokens.as("mentor1").get("/api/attempts/{id}/plan", id).then().statusCode(403);
        Tokens.as(PLANNER).delete("/api/attempts/{id}", id).then().statusCode(204);
    }

    @Test
    void whatIsRecordedIsBookedNoMoreAndAnothersAttemptIsNotThere() {
        UUID id = Chunks.attemptOf(PLANNER);
        String later = Instant.now().plus(Duration.ofHours(5)).toString();
        book(OTHER, id, later).then().statusCode(404);
        Chunks.put(PLANNER, id, 1, 0, Chunks.bytes("a")).then().statusCode(201);
        book(PLANNER, id, later).then().statusCode(409);
        // A page that was kept since before would have a second phone begin it.
        Tokens.as(PLANNER).get("/api/attempts/{id}/plan", id).then().statusCode(409);
        Tokens.as(PLANNER).delete("/api/attempts/{id}", id).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'at': '2040-01-01T00:00:00Z'}             | 422
                    {'at': '2020-01-01T00:00:00Z'}             | 422
                    {'at': 1795000000}                         | 422
                    {'at': 'tomorrow'}                         | 422
                    {'at': null}                               | 422
                    {}                                         | 422
                    {'at': '2026-11-27T11:30:00Z', 'who': 'x'} | 422
                    """)
    void aTimeThatIsNoneIsRefused(String body, int status) {
        UUID id = Chunks.attemptOf(PLANNER);
        Tokens.as(PLANNER)
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/api/attempts/{id}/booking", id)
                .then()
                .statusCode(status);
        Tokens.as(PLANNER).delete("/api/attempts/{id}", id).then().statusCode(204);
    }

    private static Response book(String login, UUID id, String at) {
        return Tokens.as(login)
                .contentType("application/json")
                .body("{\"at\": \"" + at + "\"}")
                .put("/api/attempts/{id}/booking", id);
    }

    private static void seen(String login, String path) {
        Tokens.as(login).redirects().follow(false).post(path).then().statusCode(303);
    }

    private static String home() {
        return Tokens.page(TRAINEE, "/");
    }
}
