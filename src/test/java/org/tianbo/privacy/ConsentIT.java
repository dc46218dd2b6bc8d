package org.tianbo.privacy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A county asks its trainees to agree to a text, version by version; needs roles and row-level security. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ConsentIT {

    private static final String COUNTY = "consent-county";
    private static final String OFFICER = "asks-for-consent";
    private static final String TRAINEE = "thinks-it-over";
    private static final String ELSEWHERE = "is-not-asked";
    private static final String ASKED = "县里有一份新的说明";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "约定县", "Consent county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        newcomers.join("fengcheng", ELSEWHERE, Roles.TRAINEE);
    }

    @Test
    void aNewVersionAsksAgainAndHoldsNobodyUp() {
        publish(Map.of("zh", "短", "en", "short", "reason", "因为要改"))
                .statusCode(422)
                .body(containsString("请写十个字以上"))
                .body(containsString(">短</textarea>"));
        publish(text("三年", "新的规定出来了")).statusCode(303);
        page(TRAINEE).get("/").then().statusCode(200).body(containsString(ASKED));
        page(TRAINEE).get("/practice/new").then().statusCode(200);
        page(ELSEWHERE).get("/").then().statusCode(200).body(not(containsString(ASKED)));
        page(ELSEWHERE).get("/my-data/consent").then().body(not(containsString("录像只给您的老师看")));

        String version = version();
        answer(version, "yes").statusCode(303);
        page(TRAINEE).get("/").then().body(not(containsString(ASKED)));
        page(TRAINEE).get("/my-data/consent").then().body(containsString("收回以后"));
        answer(version, "no").statusCode(303);
        page(OFFICER).get("/privacy/consent").then().body(containsString(TRAINEE));

        publish(text("五年", "年限改了一下")).statusCode(303);
        answer(version, "yes").statusCode(409);
        page(TRAINEE).get("/").then().body(containsString(ASKED));
        page(TRAINEE).get("/privacy/consent").then().statusCode(403);
        page(OFFICER).get("/my-data/consent").then().statusCode(403);
    }

    private static Map<String, String> text(String kept, String reason) {
        return Map.of(
                "zh", "录像只给您的老师看，留" + kept + "。",
                "en", "Recordings are for your mentor: " + kept,
                "reason", reason);
    }

    private static ValidatableResponse publish(Map<String, String> form) {
        return page(OFFICER)
                .formParam("seen", seen())
                .formParams(form)
                .post("/privacy/consent")
                .then();
    }

    private static ValidatableResponse answer(String version, String agreed) {
        return page(TRAINEE)
                .formParams(Map.of("version", version, "agreed", agreed))
                .post("/my-data/consent")
                .then();
    }

    private static String seen() {
        return number(
                "name=\"seen\" value=\"(\\d+)\"",
                page(OFFICER).get("/privacy/consent").asString());
    }

    private static String version() {
        return number(
                "name=\"version\" value=\"(\\d+)\"",
                page(TRAINEE).get("/my-data/consent").asString());
    }

    private static String number(String pattern, String shown) {
        Matcher found = Pattern.compile(pattern).matcher(shown);
        return found.find() ? found.group(1) : shown;
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
