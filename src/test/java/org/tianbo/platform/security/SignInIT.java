package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SignInIT {

    @Test
    void aTokenTellsWhoIsSignedInAndWhichCountyIsTheirs() {
        Tokens.as("trainee1")
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("login", equalTo("trainee1"))
                .body("county.id", equalTo("fengcheng"))
                .body("village", equalTo("上坊村"))
                .body("roles", hasItem("trainee"));
    }

    @Test
    void withoutASignInAProgramIsTurnedAwayAndAPersonIsLedToTheDoor() {
        RestAssured.given()
                .header("X-Requested-With", "JavaScript")
                .get("/api/me")
                .then()
                .statusCode(499);
        String door = RestAssured.given()
                .redirects()
                .follow(false)
                .get("/?login_hint=trainee1")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        assertThat(door)
                .startsWith(TianboServices.SITE + "/auth/realms/tianbo")
                .contains("login_hint=trainee1", "ui_locales=zh-CN");
    }
}
