package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/**
 * A host whose network becomes too slow for the recording, then for any picture, and a viewer in a second browser: two
 * real recorders on one camera, and a player that goes from one to the other. It takes minutes and is no part of the
 * build:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SlowNetworkLiveDrill</pre>
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(SlowNetworkLiveDrill.HOST)
class SlowNetworkLiveDrill {

    static final String HOST = "slow-network-live";

    private static final String COPIES = "/api/attempts/.*/live-copies/.*";
    private static final int FAST = -1;

    @Test
    void aViewerSeesTheSmallCopyOfASlowNetworkAndTheRecordingArrivesWholeLater() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA);
                BrowserContext family = Chromium.plain().newContext()) {
            phone.comeAs(HOST);
            UUID attempt = phone.begin("冻米糖");
            String link = invite(phone, attempt);
            CDPSession devTools = phone.context().newCDPSession(phone.page());
            phone.record();
            Eventually.value(() -> Attempts.state(HOST, attempt), "uploading"::equals);
            Page page = family.newPage();
            page.navigate(TianboServices.SITE + link);
            page.waitForFunction("() => document.querySelector('[data-video]').currentTime > 1");

            slow(devTools, 16_000);
            small(phone).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            Pictures.take(phone.page(), "small-copy");
            for (int chunk = 0; chunk < 4; chunk++) {
                phone.page().waitForResponse(response -> response.url().contains("/live-copies/"), () -> {});
            }
            assertThat(phone.statuses("PUT", COPIES)).containsOnly(201);
            double shown = shown(page);
            page.waitForFunction("(shown) => document.querySelector('[data-video]').currentTime > shown + 8", shown);

            slow(devTools, 5_000);
            phone.at("[data-heard]").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            Pictures.take(phone.page(), "sound-alone-host");
            page.locator("[data-heard]").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            assertThat(page.locator("[data-heard]").textContent()).contains("先听声音");
            Pictures.take(page, "sound-alone-viewer");
            double heard = shown(page);
            page.waitForFunction("(shown) => document.querySelector('[data-video]').currentTime > shown + 8", heard);

            slow(devTools, FAST);
            page.locator("[data-heard]")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.HIDDEN)
                            .setTimeout(150_000));
            small(phone)
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.HIDDEN)
                            .setTimeout(90_000));
            double again = shown(page);
            page.waitForFunction("(shown) => document.querySelector('[data-video]').currentTime > shown + 6", again);
            phone.end();
            phone.handIn();
            Eventually.value(() -> Attempts.state(HOST, attempt), "submitted"::equals);
        }
    }

    private static Locator small(Phone phone) {
        return phone.at("[data-small]");
    }

    private static double shown(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('[data-video]').currentTime")).doubleValue();
    }

    private static void slow(CDPSession devTools, int bytesPerSecond) {
        devTools.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", bytesPerSecond == FAST ? 0 : 100);
        conditions.addProperty("downloadThroughput", FAST);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        devTools.send("Network.emulateNetworkConditions", conditions);
    }

    private static String invite(Phone phone, UUID attempt) {
        phone.tap("[data-do=invite]");
        phone.at("input[name=name]").fill("大姐");
        phone.tap("main form button.go");
        phone.shows("[data-link]");
        String link = phone.at("[data-link]").textContent().replaceFirst(".*(?=/live/)", "");
        phone.tap("a[href='/practice/camera#%s']".formatted(attempt));
        return link;
    }
}
