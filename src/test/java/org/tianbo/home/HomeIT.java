package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HomeIT {

    @Inject
    Newcomers newcomers;

    @Test
    void aNewTraineeIsShownTheFirstLessonAndWhatItCosts() {
        newcomers.join("new-at-home", Roles.TRAINEE);
        Tokens.as("new-at-home")
                .get("/")
                .then()
                .statusCode(200)
                .body(
                        containsString("今天做这一件"),
                        containsString("直播是怎么回事"),
                        containsString("约 7 分钟"),
                        containsString("href=\"/learn/phone-in-hand/first-look-at-a-live\""));
    }

    @ParameterizedTest
    @CsvSource({"mentor1, /mentoring", "coordinator1, /today", "officer1, /today", "auditor1, /cohorts"})
    void staffAreLedToTheirDesks(String login, String desk) {
        still(Tokens.as(login)).get("/").then().statusCode(303).header("Location", endsWith(desk));
    }

    @Test
    void theOperatorIsToldThatCountiesAreElsewhere() {
        Tokens.as("admin").get("/").then().statusCode(200).body(containsString("这个账号管系统"));
    }

    @Test
    void whoComesFromACardIsAskedForThePinOnly() {
        assertThat(still(RestAssured.given()).get("/?login_hint=trainee1").header("Location"))
                .contains("/auth/realms/tianbo")
                .contains("login_hint=trainee1");
    }

    @Test
    void thePageForNoNetworkNamesNobody() {
        Tokens.as("trainee1")
                .get("/offline")
                .then()
                .statusCode(200)
                .body(containsString("没有网，或者网太慢"), not(containsString("data-person")));
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/offline")
                .then()
                .statusCode(200)
                .body(containsString("No network, or a slow one"));
    }

    @Test
    void signingOutEverywhereEndsWithSigningOutHere() {
        newcomers.join("leaves-everywhere", Roles.TRAINEE);
        Tokens.as("leaves-everywhere").get("/account").then().statusCode(200).body(containsString("在所有手机上退出"));
        still(Tokens.as("leaves-everywhere"))
                .post("/account/sign-out-everywhere")
                .then()
                .statusCode(307)
                .header("Location", endsWith("/sign-out"));
    }

    private static RequestSpecification still(RequestSpecification request) {
        return request.redirects().follow(false);
    }
}
