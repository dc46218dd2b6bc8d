package org.tianbo.platform.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.SignInPage;
import org.tianbo.testsupport.keycloak.AuthenticatorApp;
import org.tianbo.testsupport.keycloak.SecondFactor;

/** The realm that production imports asks staff for more than a password. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SecondFactorBrowserIT {

    private static final Pattern DESK = Pattern.compile("/mentoring$");

    @Inject
    Newcomers newcomers;

    @Test
    void staffSetUpASecondFactorAtTheFirstSignInAndNeedItAtEachLaterOne() {
        newcomers.join("two-factors", Roles.MENTOR);
        try (SecondFactor required = new SecondFactor()) {
            Page first = SignInPage.signedIn(Chromium.plain(), "two-factors", "/mentoring");
            assertThat(first.locator("h1")).hasText("给账号再加一把锁");
            first.locator("summary").click();
            AuthenticatorApp app =
                    new AuthenticatorApp(first.locator("details b").innerText());
            type(first, "#totp", "000000");
            assertThat(first.locator("#totp-fault")).containsText("数字不对");
            type(first, "#totp", app.digits(0));
            assertThat(first).hasURL(DESK);
            first.context().close();

            Page second = SignInPage.signedIn(Chromium.plain(), "two-factors", "/mentoring");
            assertThat(second.locator("h1")).hasText("再核对一步");
            type(second, "#otp", "000000");
            assertThat(second.locator("#otp-fault")).containsText("数字不对");
            type(second, "#otp", app.digits(1));
            assertThat(second).hasURL(DESK);
            second.context().close();
        }
    }

    @Test
    void traineesAreNotAskedForMoreThanTheirPin() {
        newcomers.join("one-factor", Roles.TRAINEE);
        try (SecondFactor required = new SecondFactor()) {
            Page page = SignInPage.signedIn(Chromium.plain(), "one-factor", "/learn");
            assertThat(page).hasURL(Pattern.compile("/learn$"));
            page.context().close();
        }
    }

    private static void type(Page page, String field, String digits) {
        page.locator(field).fill(digits);
        page.locator("form.sign-in button.go").click();
    }
}
