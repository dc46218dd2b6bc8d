package org.tianbo.family;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.FamilyHelper;
import org.tianbo.testsupport.browser.PhoneCaches;

/** A helper whose help was ended while their phone had no network. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(ForgottenBrowserIT.TRAINEE)
class ForgottenBrowserIT {

    static final String TRAINEE = "helped-far-away";

    /** As the lesson's page stores what is done without a network. */
    private static final String DONE_OFFLINE =
            """
            (person) => new Promise((resolve, reject) => {
              const request = indexedDB.open('tianbo');
              request.onerror = () => reject(request.error);
              request.onsuccess = () => {
                try {
                  const adding = request.result.transaction('outbox', 'readwrite');
                  adding.objectStore('outbox').put({ id: 'one', type: 'lesson.opened', person, data: {} });
                  adding.objectStore('outbox').put({ id: 'two', type: 'lesson.opened', person: 'somebody', data: {} });
                  adding.oncomplete = () => { request.result.close(); resolve(true); };
                  adding.onabort = () => reject(adding.error);
                } catch (fault) {
                  reject(fault);
                }
              };
            })
            """;

    /** Whether the page has made the phone's database. */
    private static final String STORES =
            "async () => (await indexedDB.databases()).some(({ name }) => name === 'tianbo')";

    private static final String WAITING =
            """
            () => new Promise((resolve, reject) => {
              const request = indexedDB.open('tianbo');
              request.onerror = () => reject(request.error);
              request.onsuccess = () => {
                try {
                  const all = request.result.transaction('outbox').objectStore('outbox').getAllKeys();
                  all.onsuccess = () => { request.result.close(); resolve(all.result.join()); };
                  all.onerror = () => reject(all.error);
                } catch (fault) {
                  reject(fault);
                }
              };
            })
            """;

    private BrowserContext phone;

    @AfterEach
    void putItAway() {
        if (phone != null) {
            Chromium.close(phone);
        }
    }

    @Test
    void backInTheNetworkThePhoneSaysSoAndForgetsTheTraineeAlone() {
        FamilyHelper helper = new FamilyHelper();
        String helping = helper.helps(TRAINEE);
        String trainee = Tokens.as(TRAINEE).get("/api/me").path("id");
        phone = Chromium.plain().newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
        String cookie = helper.cookie();
        phone.addCookies(List.of(
                new Cookie("tianbo_helper", cookie.substring(cookie.indexOf('=') + 1)).setUrl(TianboServices.SITE)));
        Page page = phone.newPage();
        page.navigate(TianboServices.SITE + "/");
        assertThat(page.getByText("您在帮" + TRAINEE)).isVisible();
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        PhoneCaches.awaitPage(page, "/");
        Eventually.value(() -> page.evaluate(STORES), Boolean.TRUE::equals);

        // A page that names nobody sends nothing.
        page.navigate(TianboServices.SITE + "/offline");
        phone.setOffline(true);
        page.evaluate(DONE_OFFLINE, trainee);
        FamilyHelper.parent(TRAINEE)
                .post("/my-helpers/" + helping + "/end")
                .then()
                .statusCode(303);
        phone.setOffline(false);
        page.navigate(TianboServices.SITE + "/account");

        assertThat(page.getByText("这部手机里存的" + TRAINEE + "的东西，已经删掉了。")).isVisible();
        assertThat(page.getByText("其中有 1 项还没传上去，也没有了。")).isVisible();
        assertThat(page.evaluate(WAITING)).isEqualTo("two");
        assertThat((String) page.evaluate("async () => (await caches.keys()).join()"))
                .doesNotContain(trainee);
        Eventually.value(
                () -> phone.cookies().stream().noneMatch(one -> one.name.equals("tianbo_helper")),
                Boolean.TRUE::equals);
    }
}
