package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Two people decide that somebody is erased; needs Keycloak, jobs and tables that may only be appended to. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ErasureIT {

    private static final String COUNTY = "erasure-county";
    private static final String OFFICER = "asks-for-erasure";
    private static final String COLLEAGUE = "confirms-erasure";
    private static final String AUDITOR = "watches-erasure";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "忘却县", "Erasure county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        newcomers.join(COUNTY, AUDITOR, Roles.AUDITOR);
    }

    @Test
    void whoAsksCannotConfirmAndWhatIsErasedIsGoneForGood() {
        UUID person = trainee("will-be-erased", "赵小田");
        page(AUDITOR)
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(403);
        page("officer1")
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(404);
        page(OFFICER)
                .formParam("reason", "")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(422);
        page(OFFICER)
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(303);
        String erasure = erasure("赵小田");

        page(OFFICER).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(403);
        page("officer1")
                .post("/privacy/erasures/" + erasure + "/confirm")
                .then()
                .statusCode(404);
        page(OFFICER).get("/privacy").then().body(containsString("赵小田"));
        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(303);
        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(409);

        Eventually.value(
                () -> page(AUDITOR).get("/privacy").asString(),
                shown -> shown.contains("删完") && !shown.contains("赵小田"));
        RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", "will-be-erased",
                        "password", "tianbo-demo"))
                .post("/auth/realms/tianbo/protocol/openid-connect/token")
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .body("access_token", nullValue());
    }

    @Test
    void aTraineeAsksThemselvesAndTakesItBack() {
        trainee("asks-and-stays", "钱小田");
        page("asks-and-stays")
                .formParam("reason", "不想学了")
                .post("/my-data/erase")
                .then()
                .statusCode(303);
        page("asks-and-stays").get("/my-data/erase").then().body(containsString("等县里一个人确认"));
        String erasure = erasure("钱小田");
        page("asks-and-stays").post("/my-data/erase/withdraw").then().statusCode(303);

        page(COLLEAGUE).post("/privacy/erasures/" + erasure + "/confirm").then().statusCode(409);
        page("asks-and-stays").get("/my-data").then().statusCode(200).body(containsString("钱小田"));
    }

    private UUID trainee(String login, String name) {
        return newcomers.join(
                COUNTY,
                new NewPerson(login, name, "19900000079", "0031", null, "FEMALE", null, null, "", ""),
                Roles.TRAINEE);
    }

    /** Of the person of that name, as the officer's page has it. */
    private static String erasure(String name) {
        String shown = page(OFFICER).get("/privacy").asString();
        Matcher matcher = Pattern.compile("/privacy/erasures/([0-9a-f-]{36})/").matcher(shown);
        assertThat(matcher.find(shown.indexOf(name))).as(shown).isTrue();
        return matcher.group(1);
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
