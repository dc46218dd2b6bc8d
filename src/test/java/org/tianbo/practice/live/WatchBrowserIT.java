package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/** A host's camera seen in another browser: only Chromium records and plays. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(WatchBrowserIT.HOST)
class WatchBrowserIT {

    static final String HOST = "watched-live-phone";

    @Test
    void whoIsInvitedSeesTheHostWhileItIsRecordedAndIsThankedWhenTheLinkIsTakenBack() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA);
                BrowserContext family = Chromium.plain().newContext()) {
            phone.comeAs(HOST);
            UUID attempt = phone.begin("冻米糖");
            String link = invite(phone, attempt);
            phone.record();
            Eventually.value(() -> Attempts.state(HOST, attempt), "uploading"::equals);
            Page page = family.newPage();
            page.setViewportSize(360, 800);
            page.navigate(TianboServices.SITE + link);
            page.waitForFunction("() => document.querySelector('[data-video]').currentTime > 1");
            page.locator("[data-veil]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.locator("[data-product='1'] [data-spoken-of]").waitFor();
            page.locator("[data-ref][aria-current=step]").waitFor();
            Pictures.take(page, "watching-live");
            page.setViewportSize(1280, 800);
            Pictures.take(page, "watching-live-wide");

            page.locator("[data-send='/comments'] input").fill("<b>真好吃</b>");
            page.locator("[data-send='/comments'] button").click();
            page.getByText("<b>真好吃</b>").waitFor();
            phone.page().setViewportSize(360, 800);
            phone.tap("[data-live=comment] button");
            phone.shows("dialog[data-confirm=viewer] [value=comment]");
            Pictures.take(phone.page(), "comment-removal");
            phone.tap("dialog[data-confirm=viewer] [value=comment]");
            page.getByText("<b>真好吃</b>").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

            String list = Tokens.as(HOST).get("/practice/{id}/live", attempt).asString();
            Tokens.as(HOST)
                    .redirects()
                    .follow(false)
                    .post(found(list, "action=\"([^\"]+/withdraw)\""))
                    .then()
                    .statusCode(303);
            page.getByText("主播收回了这个链接。").waitFor();
            assertThat(page.locator(".screen").isVisible()).isFalse();
            assertThat(page.locator("[data-closing]").textContent()).contains("可以关了");
            Pictures.take(page, "watching-live-over-wide");
            page.setViewportSize(360, 800);
            Pictures.take(page, "watching-live-over");
        }
    }

    /** From the camera's page and back to it. */
    private static String invite(Phone phone, UUID attempt) {
        phone.tap("[data-do=invite]");
        phone.at("input[name=name]").fill("大姐");
        phone.tap("main form button.go");
        phone.shows("[data-link]");
        String link = phone.at("[data-link]").textContent().replaceFirst(".*(?=/live/)", "");
        phone.tap("a[href='/practice/camera#%s']".formatted(attempt));
        return link;
    }

    private static String found(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
