package org.tianbo.people.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What still names a village that went up in another: requests to join, rosters; needs the rows of both. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MergedVillagesIT {

    private static final String COUNTY = "merging-county";
    private static final String OFFICER = "merges-villages";
    private static final String HEAD = "村代码,乡镇,村,并入\n";
    private static final Pattern LINK = Pattern.compile("https?://[^ \"<]+(/join/" + COUNTY + "/[\\w-]{43})");
    private static final Pattern VILLAGE = Pattern.compile("<option value=\"([-0-9a-f]{36})\"[^>]*>[^<]*小河村");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(kept|confirm)\" value=\"([-0-9a-f]{32,36})\"");

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    CurrentCounty county;

    private UUID cohort;

    /** Of villages without codes, as from before codes were kept. */
    @BeforeEach
    @ActivateRequestContext
    void aCountyOfTwoVillages() {
        counties.open(COUNTY, "并村县", "County of mergers");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        cohort = county.as(COUNTY, () -> {
            people.addVillage("河镇", "大河村");
            people.addVillage("河镇", "小河村");
            return cohorts.open(new NewCohort("并村班", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30)));
        });
    }

    @Test
    void aRequestAndARosterOfTheOldNameGoAlongAndTheFileIsChosenOnce() {
        UUID request = UUID.randomUUID();
        ask(request);

        String file = HEAD + "360983100201,河镇,大河村,\n360983100202,河镇,小河村,360983100201\n";
        String shown = form().multiPart("file", "villages.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("do", "take")
                .post("/county/villages")
                .then()
                .statusCode(200)
                .body(containsString("会这样改"))
                .extract()
                .asString();
        RequestSpecification yes = form().multiPart("do", "take");
        Matcher hidden = HIDDEN.matcher(shown);
        while (hidden.find()) {
            yes.multiPart(hidden.group(1), hidden.group(2));
        }
        yes.post("/county/villages")
                .then()
                .statusCode(200)
                .body(containsString("改好了"))
                .body(not(containsString("name=\"kept\"")));

        Tokens.as(OFFICER)
                .accept("text/html")
                .get("/cohorts/" + cohort + "/requests")
                .then()
                .statusCode(200)
                .body(containsString("河镇 大河村"));
        Tokens.as(OFFICER)
                .contentType("text/csv; charset=UTF-8")
                .body("姓名,手机号,身份证号,镇,村\n李四,13800000003,999999199003072229,河镇,小河村\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/rosters?cohort={cohort}", cohort)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        Tokens.as(OFFICER)
                .accept("text/html")
                .get("/people")
                .then()
                .body(containsString("李四"))
                .body(containsString("大河村"));
    }

    private void ask(UUID request) {
        officer()
                .formParam("days", "14")
                .post("/cohorts/" + cohort + "/requests/door")
                .then()
                .statusCode(303);
        Matcher link =
                LINK.matcher(officer().get("/cohorts/" + cohort + "/requests").asString());
        assertThat(link.find()).isTrue();
        Matcher village =
                VILLAGE.matcher(given().accept("text/html").get(link.group(1)).asString());
        assertThat(village.find()).isTrue();
        urlencoded(given())
                .formParam("request", request.toString())
                .formParam("name", "赵六")
                .formParam("phone", "13700000004")
                .formParam("village", village.group(1))
                .formParam("consent", "yes")
                .post(link.group(1))
                .then()
                .statusCode(303);
    }

    private static RequestSpecification form() {
        return Tokens.as(OFFICER).accept("text/html");
    }

    private static RequestSpecification officer() {
        return urlencoded(Tokens.as(OFFICER));
    }

    private static RequestSpecification urlencoded(RequestSpecification by) {
        return by.accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }
}
