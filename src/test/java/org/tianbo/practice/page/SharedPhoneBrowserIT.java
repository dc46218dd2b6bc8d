package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/**
 * One phone, two villagers: what the first recorded waits for the first, whoever is signed in meanwhile. Which stored
 * pages go when, {@code pages.test.js} proves without a browser.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({SharedPhoneBrowserIT.FIRST, SharedPhoneBrowserIT.SECOND})
class SharedPhoneBrowserIT {

    static final String FIRST = "shared-phone-phone";
    static final String SECOND = "shared-phone-phone-second";
    private static final String ATTEMPT_CALLS = "/api/attempts/.*";

    @Inject
    CountyChunks stored;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 现在没有网。录像存在手机里，有网会自动上传。 | 传完就自动交给老师 | 这部手机里没有这段录像 | 可能是在别的手机上录的，或者换了人登录。
                    """)
    void nothingOfTheFirstGoesUpWhileTheSecondIsSignedIn(
            String language, String offline, String later, String notHere, String because) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            UUID attempt = recordedWithoutNetwork(phone, offline, later);
            List<String> recorded = phone.pieces(attempt);
            assertThat(recorded).isNotEmpty();
            phone.pocket();
            phone.context().setOffline(false);
            phone.takeOut();

            phone.signOut();
            phone.signIn(SECOND);
            phone.nothingWaits();
            assertThat(phone.at("[data-attempt='" + attempt + "']").count()).isZero();
            phone.go("/practice/camera#" + attempt);
            phone.says(notHere);
            phone.says(because);
            assertThat(phone.statuses("PUT", ATTEMPT_CALLS)).isEmpty();
            Tokens.as(FIRST).get("/api/attempts/{id}", attempt).then().statusCode(404);
            Tokens.as(SECOND).get("/api/attempts/{id}", attempt).then().statusCode(404);
            assertThat(phone.pieces(attempt)).isEqualTo(recorded);

            phone.signOut();
            phone.signIn(FIRST);
            arrived(attempt);
            assertThat(stored.pieces("fengcheng", attempt)).isEqualTo(recorded);
        }
    }

    /** The first one's page is still open in another tab when the second signs in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 在等 Wi-Fi。现在就传要用 | 现在登录的是别人。换回您自己登录，才会接着传。
                    """)
    void aPageLeftOpenSendsNothingInTheSecondsName(String language, String waiting, String somebodyElse) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.signIn(FIRST);
            phone.go("/practice/new");
            phone.switchWifiOnly(true);
            UUID attempt = phone.beginFromTheGallery("冻米糖");
            phone.pick(Attempts.clip());
            phone.says(waiting);
            List<String> recorded = phone.pieces(attempt);
            Page left = phone.page();
            phone.takeOut();
            phone.signOut();
            phone.signIn(SECOND);

            Phone.tap(left, "[data-do=send-now]");
            Phone.says(left, somebodyElse);
            assertThat(phone.statuses("PUT", ATTEMPT_CALLS)).isEmpty();
            Tokens.as(FIRST).get("/api/attempts/{id}", attempt).then().statusCode(404);

            phone.signOut();
            phone.signIn(FIRST);
            left.bringToFront();
            left.reload();
            Phone.tap(left, "[data-do=send-now]");
            Phone.tap(left, "[data-do=hand-in]");
            arrived(attempt);
            assertThat(stored.pieces("fengcheng", attempt)).isEqualTo(recorded);
        }
    }

    /** The kept page stands in after four seconds; by then it is the second one who is signed in. */
    @Test
    void aSlowNetworkDoesNotShowTheFirstOnesPagesToTheSecond() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.signIn(FIRST);
            phone.keep("/practice");
            // The session ran out, as it does after thirty days.
            phone.context().clearCookies();
            phone.go("/practice");
            phone.at("#username").fill(SECOND);
            phone.at("#password").fill("tianbo-demo");
            slow(phone, "/practice", 5_000);
            phone.at("#kc-login").click();
            phone.at("[data-practice=list]").waitFor();
            assertThat(shownTo(phone.page())).isEqualTo(idOf(SECOND));
        }
    }

    private static void slow(Phone phone, String path, int ms) {
        phone.context()
                .addCookies(List.of(new Cookie(SlowPages.COOKIE, Integer.toString(ms))
                        .setDomain("localhost")
                        .setPath(path)));
    }

    private static Object shownTo(Page page) {
        return page.evaluate("() => document.documentElement.dataset.person ?? ''");
    }

    private static String idOf(String login) {
        return Tokens.as(login).get("/api/me").path("id");
    }

    private static UUID recordedWithoutNetwork(Phone phone, String offline, String later) {
        phone.signIn(FIRST);
        UUID attempt = phone.beginFromTheGallery("冻米糖");
        phone.context().setOffline(true);
        phone.pick(Attempts.clip());
        phone.says(offline);
        phone.handIn();
        phone.says(later);
        return attempt;
    }

    private static void arrived(UUID attempt) {
        Eventually.value(() -> Attempts.state(FIRST, attempt), "submitted"::equals);
    }
}
