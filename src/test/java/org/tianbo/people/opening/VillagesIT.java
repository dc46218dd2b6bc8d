package org.tianbo.people.opening;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Villages come from a file and change by one; needs the rows of people who live there. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class VillagesIT {

    private static final String COUNTY = "filed-county";
    private static final String OFFICER = "files-villages";
    private static final String HEAD = "村代码,乡镇,村,并入\n";
    private static final String FIRST = HEAD + "360982100201,拖船镇,上坊村,\n360982100202,拖船镇,江背村,\n360982101201,白土镇,岗下村,\n";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @BeforeEach
    void aCounty() {
        counties.open(COUNTY, "交文件县", "County of files");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
    }

    @Test
    void villagesAreRenamedAndMergedWithTheirPeople() {
        put(OFFICER, FIRST, "?dryRun=true").statusCode(200).body("taken", equalTo(false));
        put(OFFICER, FIRST, "").statusCode(200).body("taken", equalTo(true));
        put(OFFICER, FIRST, "").statusCode(200).body("unchanged", equalTo(3)).body("added.size()", equalTo(0));
        newcomers.join(COUNTY, of("lives-in-jiangbei", "江背村"), Roles.TRAINEE);
        newcomers.join(COUNTY, of("lives-in-shangfang", "上坊村"), Roles.TRAINEE);

        String later = HEAD + "360982100201,拖船镇,江背村,\n360982100202,,,360982100201\n360982101201,白土镇,岗下村,\n";
        put(OFFICER, later, "").statusCode(422).body("errors.code", hasItem("opening.not-confirmed"));
        String confirm = put(OFFICER, later, "?dryRun=true")
                .statusCode(200)
                .body("renamed[0].before", equalTo("拖船镇 上坊村"))
                .body("merged[0].people", equalTo(1))
                .body("confirm", notNullValue())
                .extract()
                .path("confirm");
        put(OFFICER, later, "?confirm=" + confirm).statusCode(200).body("taken", equalTo(true));

        Tokens.as("lives-in-jiangbei").get("/api/me").then().body("village", equalTo("江背村"));
        Tokens.as("lives-in-shangfang").get("/api/me").then().body("village", equalTo("江背村"));
        Tokens.as(OFFICER)
                .accept("text/html")
                .get("/county/villages")
                .then()
                .statusCode(200)
                .body(containsString("江背村"))
                .body(containsString("上坊村"))
                .body(not(containsString("360982100202")));
        put(OFFICER, later, "").statusCode(200).body("unchanged", equalTo(2));
    }

    @Test
    void everyFaultIsSaidWithItsLineAndNothingIsTaken() {
        put(OFFICER, HEAD + "360982100401,拖船镇,甲村,\n36098210020,拖船镇,乙村,\n360982100301,拖船镇,,\n", "?dryRun=true")
                .statusCode(200)
                .body("rejected.line", hasItem(3))
                .body("rejected.code", hasItem("opening.village-code-shape"))
                .body("rejected.code", hasItem("opening.village-name-missing"));
        put(OFFICER, HEAD + "36098210020,拖船镇,乙村,\n", "").statusCode(422);
        Tokens.as(OFFICER)
                .accept("text/html")
                .multiPart("file", "v.csv", "不是,表\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("do", "check")
                .post("/county/villages")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainee1", "mentor1", "coordinator1", "auditor1"})
    void onlyOfficersAndTheOperatorBringVillages(String login) {
        put(login, FIRST, "").statusCode(403);
    }

    @Test
    void anotherCountysOfficerFindsNoSuchCounty() {
        put("officer1", FIRST, "").statusCode(404);
        put("admin", FIRST, "?dryRun=true").statusCode(200);
        Tokens.as("admin")
                .accept("text/html")
                .get("/counties/" + COUNTY + "/villages")
                .then()
                .statusCode(200);
        Tokens.as("admin")
                .accept("text/html")
                .get("/counties/nowhere/villages")
                .then()
                .statusCode(404);
    }

    private static NewPerson of(String login, String village) {
        return new NewPerson(login, login, null, null, null, null, "拖船镇", village, null, null);
    }

    private static ValidatableResponse put(String login, String file, String query) {
        return Tokens.as(login)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put("/api/counties/" + COUNTY + "/villages" + query)
                .then();
    }
}
