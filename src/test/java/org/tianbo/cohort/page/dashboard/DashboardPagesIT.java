package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The pages as they are asked for; what they count is {@code CountsIT}'s. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DashboardPagesIT {

    private static final MilestoneEvidence LESSON =
            new MilestoneEvidence(MilestoneEvidence.Kind.LESSON, "first-sentence");
    private static final Pattern CELL = Pattern.compile("<a href=\"([^\"]*)\">(\\d+)</a>");

    @Inject
    Classes classes;

    @Inject
    Milestones milestones;

    @Inject
    Clock clock;

    private UUID cohort;

    @BeforeEach
    void aClassOfSevenOfWhomTwoLearn() {
        cohort = classes.open();
        List<UUID> trainees = classes.enrol(cohort, 7);
        trainees.stream()
                .limit(2)
                .forEach(trainee -> classes.inFengcheng(() -> {
                    milestones.reached(trainee, Stage.LEARNING, clock.instant(), LESSON);
                    return null;
                }));
    }

    /** Class, town, village, age and category beside each other: in each table the same sum, also in the file. */
    @Test
    void everyNumberOfATableOpensAListOfSoMany() {
        for (String by : List.of("cohort", "town", "village", "age", "category")) {
            String query = "?cohort=" + cohort + "&by=" + by;
            String table = page("/dashboards" + query).replaceAll("(?s).*<table(.*)</table>.*", "$1");
            Matcher cells = CELL.matcher(table.substring(table.indexOf("<tbody>")));
            assertThat(cells.results().map(cell -> Integer.valueOf(cell.group(2))))
                    .as(by)
                    .contains(7, 2);
            assertThat(page("/dashboards/funnel.csv" + query).lines().toList())
                    .as("the file by %s", by)
                    .hasSize(3)
                    .last()
                    .asString()
                    .startsWith("全部,7,2,0,");
        }
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&age=unknown&category=-"))
                .isEqualTo(7);
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&stage=learning"))
                .isEqualTo(2);
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&left=true")).isZero();
    }

    @Test
    void whoTookHowLongIsToldWithHowManyTheyAre() {
        assertThat(page("/dashboards/times?cohort=" + cohort)).contains("data-box=\"0 0 0 0 0\"", "0–0 天");
    }

    @Test
    void theAddressIsNotBelieved() {
        for (String query : List.of("cohort=x", "age=7", "stage=x", "after=x", "after=" + cohort + "_x")) {
            Tokens.as("officer1").get("/dashboards/people?" + query).then().statusCode(422);
        }
        Tokens.as("officer1").get("/dashboards?by=x").then().statusCode(422);
        assertThat(page("/dashboards?place=<b>&category=<i>"))
                .doesNotContain("<i>")
                .doesNotContain("<b>");
    }

    @Test
    void onlyTheCountysOwnDeskReadsItsNumbers() {
        Tokens.as("officer2").get("/dashboards?cohort=" + cohort).then().statusCode(404);
        Tokens.as("officer2").get("/dashboards/people?cohort=" + cohort).then().statusCode(404);
        Tokens.as("auditor1").get("/dashboards?cohort=" + cohort).then().statusCode(200);
        for (String other : List.of("trainee1", "mentor1", "admin")) {
            Tokens.as(other).get("/dashboards").then().statusCode(403);
        }
    }

    private static int listed(String address) {
        return page(address).split("<tr><th scope=\"row\">", -1).length - 1;
    }

    private static String page(String address) {
        return Tokens.as("officer1")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
