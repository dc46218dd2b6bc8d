package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Rosters that are not taken, or not from everybody. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RosterRefusalsIT extends RosterCounts {

    @Test
    void aFileThatIsNoRosterIsRefusedInPlainWordsAndStoresNothing() {
        UUID cohort = classes.open();

        Tokens.as("officer1")
                .header("Accept-Language", "en")
                .contentType("text/csv")
                .body("PK\u0003\u0004 a spreadsheet".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/rosters?cohort={cohort}", cohort)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", containsString("table."));
        Tokens.as("officer1")
                .multiPart("file", "empty.csv", new byte[0], "text/csv")
                .multiPart("do", "check")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(422)
                .body(containsString("这个文件是空的"));
        assertThat(enrolled(cohort)).isZero();
    }

    @Test
    void anotherCountysClassIsNotThere() {
        UUID cohort = classes.open();

        Tokens.as("officer2")
                .contentType("text/csv")
                .body(Classes.fixture(Classes.UTF_8))
                .post("/api/rosters?cohort={cohort}", cohort)
                .then()
                .statusCode(404);
        Tokens.as("officer2").get("/api/cohorts/{id}/funnel", cohort).then().statusCode(404);
        Tokens.as("officer2").get("/api/cohorts/{id}/trainees", cohort).then().statusCode(404);
    }

    @Test
    void onlyCoordinatorsAndOfficersBringPeople() {
        UUID cohort = classes.open();
        for (String login : List.of("trainee1", "mentor1", "auditor1")) {
            Tokens.as(login)
                    .contentType("text/csv")
                    .body(Classes.fixture(Classes.UTF_8))
                    .post("/api/rosters?cohort={cohort}", cohort)
                    .then()
                    .statusCode(403);
        }
        Tokens.as("auditor1")
                .get("/cohorts/{id}/roster", cohort)
                .then()
                .statusCode(200)
                .body(not(containsString("type=\"file\"")));
    }
}
