package org.tianbo.learning.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A lesson's form goes to the service worker, which only a browser has, where the page can store nothing. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(LessonOnFullPhoneBrowserIT.TRAINEE)
class LessonOnFullPhoneBrowserIT {

    static final String TRAINEE = "learns-on-a-full-phone";
    private static final String LESSON = "/learn/speaking-to-camera/first-sentence";

    /** The page finds no room; the service worker, which makes some, does. */
    private static final String FULL =
            "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }";

    @Test
    void aLessonDoneWithoutANetworkWhereThePageFindsNoRoomIsKeptAndSentLater() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep(LESSON);
            phone.keep(LESSON + "/quiz");
            phone.go(LESSON);
            phone.context().setOffline(true);
            phone.page().evaluate("() => { " + FULL + " }");
            phone.tap("form[data-lesson] button");
            phone.page().waitForURL("**" + LESSON + "/quiz");
            assertThat(phone.page().locator(".item").first()).isVisible();

            phone.context().setOffline(false);
            phone.go(LESSON);
            phone.nothingWaits();
            Eventually.value(() -> Tokens.page(TRAINEE, LESSON), page -> !page.contains("data-lesson="));
        }
    }
}
