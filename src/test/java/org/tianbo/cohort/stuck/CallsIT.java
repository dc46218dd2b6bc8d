package org.tianbo.cohort.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Calls to those who stand still: recorded once, refused one by one, off the list until the agreed day. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CallsIT extends StuckCounty {

    @Test
    void aCallIsKeptOnceAndRestsUntilTheAgreedDay() throws SQLException {
        enrolled(1, 2, "LEARNING");
        UUID call = Ids.next();
        String agreed = LocalDate.now(Zones.SHANGHAI).plusDays(3).toString();
        String sent = sent(call, 1, "comes-back", ", \"again\": \"" + agreed + "\", \"note\": \"after the harvest\"");

        send(sent).body("results.status", contains("accepted"));
        send(sent).body("results.status", contains("duplicate"));

        assertThat(html("/calls")).contains("name 2<").doesNotContain("name 1<");
        assertThat(html("/stuck?resting=yes")).contains("name 1<", agreed, "after the harvest");
        assertThat(html("/cohorts/" + CLASS + "/trainees/" + OwnCounty.person(1)))
                .contains("Agreed on " + agreed, "after the harvest");
        county.execute("update last_calls set again_on = current_date where county = '" + COUNTY + "'");
        assertThat(html("/calls")).contains("name 1<");
    }

    @Test
    void aCallThatCannotBeIsRefusedByItselfAndAWrongClockLosesNothing() throws SQLException {
        enrolled(1, 1, "LEARNING");
        send(sent(Ids.next(), 1, "comes-back", "")).body("results[0].code", equalTo("cohort.agreed-day-out-of-range"));
        send(sent(Ids.next(), 77, "reached", "")).body("results[0].code", equalTo("cohort.not-enrolled"));
        send(sent(Ids.next(), 1, "reached", ", \"note\": \"" + "x".repeat(201) + "\""))
                .body("results[0].code", equalTo("cohort.note-too-long"));
        send(sent(Ids.next(), 1, "not-reached", "").replaceFirst("\"at\": \"[^\"]+", "\"at\": \"2099-01-01T00:00:00Z"))
                .body("results.status", contains("accepted"));
        Tokens.as("officer2")
                .contentType("application/json")
                .body(sent(Ids.next(), 1, "reached", ""))
                .post("/api/calls")
                .then()
                .body("results[0].code", equalTo("cohort.not-enrolled"));
        Tokens.as(officer)
                .formParams(Map.of("id", Ids.next(), "cohort", CLASS, "trainee", OwnCounty.person(1)))
                .formParam("outcome", "wants-to-leave")
                .post("/calls")
                .then()
                .statusCode(200);
        assertThat(html("/stuck")).contains("Wants to leave");
        Tokens.as(officer).get("/today").then().body(containsString("/stuck?reason=wants-to-leave"));
    }

    private static String sent(UUID id, int person, String outcome, String more) {
        return """
                {"device": "phone", "records": [{"id": "%s", "type": "call.made", "at": "%s",
                    "data": {"cohort": "%s", "trainee": "%s", "outcome": "%s"%s}}]}
                """
                .formatted(id, Instant.now(), CLASS, OwnCounty.person(person), outcome, more);
    }

    private static ValidatableResponse send(String body) {
        return Tokens.as(officer)
                .contentType("application/json")
                .body(body)
                .post("/api/calls")
                .then()
                .statusCode(200);
    }
}
