package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The pages as they are asked for; what they count is {@code CountsIT}'s. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class DashboardPagesIT {

    private static final MilestoneEvidence LESSON =
            new MilestoneEvidence(MilestoneEvidence.Kind.LESSON, "first-sentence");
    private static final Map<String, String> NONE = Map.of("town", "没写村", "village", "没写村", "category", "没写类别");
    private static final Pattern CELL = Pattern.compile("<a href=\"([^\"]*)\">(\\d+)</a>");

    @Inject
    Classes classes;

    @Inject
    Milestones milestones;

    @Inject
    Clock clock;

    private UUID cohort;

    /** One of those who learn has a village and a category. */
    @BeforeEach
    void aClassOfSevenOfWhomTwoLearn() throws SQLException {
        cohort = classes.open();
        List<UUID> trainees = classes.enrol(cohort, 7);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = 'fengcheng'");
            statement.execute("update people set category = '种植户', village = (select min(id::text)::uuid from villages"
                    + " where county = 'fengcheng') where county = 'fengcheng' and id = '" + trainees.get(0) + "'");
        }
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
            Map<String, Integer> numbers = CELL.matcher(table.substring(table.indexOf("<tbody>")))
                    .results()
                    .collect(Collectors.toMap(
                            cell -> URLDecoder.decode(cell.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8),
                            cell -> Integer.valueOf(cell.group(2)),
                            (one, again) -> one));
            numbers.values().removeIf(number -> number == 0);
            assertThat(numbers.values()).as(by).contains(7, 2);
            numbers.forEach(
                    (address, number) -> assertThat(listed(address)).as(address).isEqualTo(number));
            List<String> file = page("/dashboards/funnel.csv" + query).lines().toList();
            assertThat(file).as("the file by %s", by).last().asString().startsWith("全部,7,2,0,");
            if (NONE.containsKey(by)) {
                assertThat(numbers.values()).as(by).containsExactlyInAnyOrder(7, 2, 6, 1, 1, 1);
                assertThat(file).hasSize(4).anyMatch(line -> line.startsWith(NONE.get(by) + ",6,1,0,"));
            } else {
                assertThat(file).hasSize(3);
            }
        }
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&age=unknown&category=-"))
                .isEqualTo(6);
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&stage=learning"))
                .isEqualTo(2);
        assertThat(listed("/dashboards/people?cohort=" + cohort + "&left=true")).isZero();
    }

    @Test
    void whoTookHowLongIsToldWithHowManyTheyAre() {
        String list = "/dashboards/times/people?cohort=" + cohort + "&stage=learning";
        assertThat(page("/dashboards/times?cohort=" + cohort))
                .contains("data-box=\"0 0 0 0 0\"", "<a href=\"" + list.replace("&", "&amp;") + "\">0–0 天</a>");
        assertThat(listed(list)).isEqualTo(2);
        assertThat(page(list)).contains("用了几天", "正中间", "0 天");
        Tokens.as("officer1")
                .get("/dashboards/times/people?stage=enrolled")
                .then()
                .statusCode(422);
        Tokens.as("officer2").get(list).then().statusCode(404);
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
