package org.tianbo.platform.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.SignInPage;
import org.tianbo.testsupport.keycloak.PagesClient;

/** Cookies, tabs and the history are the browser's; only it shows where somebody ends. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SignInBrowserIT {

    private static final Pattern SIGN_IN = Pattern.compile("/auth/realms/tianbo/");

    @Inject
    Newcomers newcomers;

    @Test
    void backAfterSigningInEndsOnAPageOfOurs() {
        newcomers.join("goes-back", Roles.TRAINEE);
        Page page = SignInPage.signedIn(Chromium.plain(), "goes-back", "/learn");
        assertThat(page).hasURL(Pattern.compile("/learn$"));

        page.goBack();

        assertThat(page).hasURL(Pattern.compile("^" + TianboServices.SITE + "/(learn)?$"));
        assertSignedIn(page);
        page.context().close();
    }

    @Test
    void aSecondTabThatWaitedAtTheSignInPageEndsWhereItWantedToGo() {
        newcomers.join("two-tabs", Roles.TRAINEE);
        BrowserContext context = phone();
        Page first = open(context, "/learn");
        Page second = open(context, "/practice");

        SignInPage.signIn(first, "two-tabs");
        assertThat(first).hasURL(Pattern.compile("/learn$"));

        assertThat(second).hasURL(Pattern.compile("/practice$"));
        assertSignedIn(second);
        context.close();
    }

    @Test
    void aSignInPageOpenedInAnotherBrowserEndsSignedInAtHome() {
        newcomers.join("from-wechat", Roles.TRAINEE);
        BrowserContext wechat = phone();
        String link = open(wechat, "/learn").url();
        BrowserContext browser = phone();
        Page page = browser.newPage();
        page.navigate(link);

        SignInPage.signIn(page, "from-wechat");

        assertThat(page).hasURL(TianboServices.SITE + "/");
        assertSignedIn(page);
        wechat.close();
        browser.close();
    }

    @Test
    void backAfterSigningOutShowsTheSignInPage() {
        newcomers.join("signs-out", Roles.TRAINEE);
        Page page = SignInPage.signedIn(Chromium.plain(), "signs-out", "/practice");
        page.navigate("/account");
        page.locator("form[action='/sign-out'] button.go").click();
        assertThat(page).hasURL(SIGN_IN);

        page.goBack();

        assertThat(page).hasURL(SIGN_IN);
        assertThat(page.locator("#sign-in")).isVisible();
        page.context().close();
    }

    @Test
    void whoOpensTheAddressOfSigningOutIsAskedFirst() {
        newcomers.join("stays-in", Roles.TRAINEE);
        Page page = SignInPage.signedIn(Chromium.plain(), "stays-in", "/learn");

        assertThat(page.navigate("/sign-out").status()).isEqualTo(405);

        assertThat(page.locator("form[action='/sign-out'] button.go")).isVisible();
        assertSignedIn(page);
        page.context().close();
    }

    @Test
    void aScannedCardGreetsByThePrintedNameAlsoAfterAMistake() {
        newcomers.join("greeted", Roles.TRAINEE);
        BrowserContext context = phone();
        Page page = open(context, "/card/greeted#%E7%8E%8B%E4%BA%94");
        assertThat(page.locator("#holder")).hasText("您好，王五！您的卡");

        for (String digit : "493827".split("")) {
            page.locator("[data-digit='" + digit + "']").click();
        }

        assertThat(page.locator("#sign-in-fault")).containsText("密码不对");
        assertThat(page.locator("#holder")).hasText("您好，王五！您的卡");
        context.close();
    }

    @Test
    void callsThatMeetJustAfterTheTokensRanOutAreAllAnswered() {
        newcomers.join("reloads-tabs", Roles.TRAINEE);
        try (PagesClient shortLived = PagesClient.withTokensOf(2)) {
            Page page = SignInPage.signedIn(Chromium.plain(), "reloads-tabs", "/account");
            for (int round = 0; round < 2; round++) {
                double before = endOfSession(page);
                page.waitForCondition(() -> {
                    assertThat(eightCalls(page)).isEqualTo(Collections.nCopies(8, 200));
                    return endOfSession(page) > before;
                });
            }
            page.context().close();
        }
    }

    /** When the session's cookie ends, in seconds: each renewal of the tokens puts it off. */
    private static double endOfSession(Page page) {
        return page.context().cookies(TianboServices.SITE).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .mapToDouble(cookie -> cookie.expires)
                .max()
                .orElseThrow();
    }

    private static Object eightCalls(Page page) {
        return page.evaluate("() => Promise.all(Array.from({ length: 8 }, () => fetch('/api/me', {"
                + " cache: 'no-store', redirect: 'manual' }).then((answer) => answer.status)))");
    }

    private static void assertSignedIn(Page page) {
        assertThat(page.evaluate("() => fetch('/api/me').then((answer) => answer.status)"))
                .isEqualTo(200);
    }

    private static BrowserContext phone() {
        return Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(360, 800));
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(path);
        assertThat(page).hasURL(SIGN_IN);
        return page;
    }
}
