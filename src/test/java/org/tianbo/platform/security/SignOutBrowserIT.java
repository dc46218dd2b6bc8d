package org.tianbo.platform.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.SignInPage;

/** Ending somebody's sign-ins ends their pages on every phone, long before a phone's own token runs out. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SignOutBrowserIT {

    private static final Pattern SIGN_IN = Pattern.compile("/auth/realms/tianbo/");

    @Inject
    Newcomers newcomers;

    @Inject
    Keycloak keycloak;

    @Test
    void signingOutEverywhereOnOnePhoneLeadsTheOtherToTheSignIn() {
        newcomers.join("loses-a-phone", Roles.TRAINEE);
        Page here = SignInPage.signedIn(Chromium.plain(), "loses-a-phone", "/account");
        Page lost = SignInPage.signedIn(Chromium.plain(), "loses-a-phone", "/account");

        here.locator("form[action$=sign-out-everywhere] button").click();
        assertThat(here).not().hasURL(Pattern.compile("/account"));

        lost.navigate("/account");
        assertThat(lost).hasURL(SIGN_IN);
        assertThat(lost.locator("#sign-in")).isVisible();
    }

    @Test
    void aSessionThatKeycloakEndsIsEndedHereToo() {
        newcomers.join("ended-by-operator", Roles.MENTOR);
        Page page = SignInPage.signedIn(Chromium.plain(), "ended-by-operator", "/mentoring");
        assertThat(page).hasURL(Pattern.compile("/mentoring$"));

        UsersResource users = keycloak.realm("tianbo").users();
        users.get(users.searchByUsername("ended-by-operator", true).get(0).getId())
                .logout();

        page.reload();
        assertThat(page).hasURL(SIGN_IN);
        assertThat(page.locator("#sign-in")).isVisible();
    }

    @Test
    void aNoticeThatIsNotKeycloaksEndsNothing() {
        for (String forged : new String[] {"", "x.y.z", Tokens.of("trainee1")}) {
            RestAssured.given()
                    .formParam("logout_token", forged)
                    .post("/sign-out/back-channel")
                    .then()
                    .statusCode(400);
        }
        Tokens.as("trainee1").get("/api/me").then().statusCode(200);
    }
}
