package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
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
                .body("PK\u0003\u0004 a spreadsheet".getBytes(StandardCharsets.UTF_8))
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

    /** Two faults a row, as many rows as a roster may have. */
    @Test
    void tenThousandFaultsAreAPageThatABrowserShowsAndAFileWithAllOfThem() {
        UUID cohort = classes.open();
        int rows = 5_000;
        byte[] roster = ("姓名,手机号,身份证号,镇,村\n" + "张三,1,2,凤鸣镇,柳树村\n".repeat(rows)).getBytes(StandardCharsets.UTF_8);

        String page = Tokens.as("officer1")
                .multiPart("file", "roster.csv", roster, "text/csv")
                .multiPart("do", "check")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("<td class=\"n\">2<td>").hasSizeLessThan(100_000);
        assertThat(page.split("<tr><td class=\"n\">")).hasSizeLessThanOrEqualTo(201);
        String mended = Tokens.as("officer1")
                .multiPart("file", "roster.csv", roster, "text/csv")
                .multiPart("do", "rejected")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(mended.lines().count()).isEqualTo(rows + 1L);
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
