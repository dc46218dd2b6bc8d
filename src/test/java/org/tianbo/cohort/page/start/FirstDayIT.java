package org.tianbo.cohort.page.start;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A county on its first day, counted by the database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FirstDayIT {

    private static final String OFFICER = "officer-on-the-first-day";

    @Inject
    Newcomers newcomers;

    @Test
    void theNextStepFollowsFromWhatIsThereUntilSomebodyHasLearntALesson() throws SQLException {
        try (OwnCounty county = OwnCounty.make("first-day-county")) {
            newcomers.join("first-day-county", OFFICER, Roles.OFFICER);
            page("/today").body(containsString("href=\"/county/first-day\""));
            page("/county/first-day").body(containsString("7 步做好了 0 步"), nextIs("/county/villages"));

            county.row("villages(id, town, name)", "{person}, '镇', '村'");
            page("/county/first-day").body(containsString("1 个村"), nextIs("/cohorts#new"));

            county.row(
                    "cohorts(id, name, starts_on, ends_on, opened_at)",
                    "{person}, '第一班', current_date, current_date + 30, now()");
            page("/county/first-day").body(nextIs("/cohorts/" + OwnCounty.person(1) + "/roster"));

            county.row(
                    "enrolments(id, cohort, trainee, consent, enrolled_at)",
                    "{person}, {person}, {person}, 'PAPER', now()");
            page("/county/first-day").body(containsString("1 位学员"), nextIs("/county/staff/new?role=mentor"));

            county.execute("update enrolments set stage = 'LEARNING' where county = 'first-day-county'");
            page("/today").body(not(containsString("/county/first-day")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainee1", "mentor1", "coordinator1", "auditor1", "admin"})
    void itIsTheOfficers(String login) {
        Tokens.as(login).accept("text/html").get("/county/first-day").then().statusCode(403);
    }

    private static ValidatableResponse page(String path) {
        return Tokens.as(OFFICER).accept("text/html").get(path).then().statusCode(200);
    }

    private static Matcher<String> nextIs(String address) {
        return containsString("class=\"button first\" href=\"" + address + "\"");
    }
}
