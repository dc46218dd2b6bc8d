package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.QuizOnScreen;

/** A browser that registers no service worker, as some within messengers and those whose owner allows no storage. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(WithoutServiceWorkerBrowserIT.TRAINEE)
class WithoutServiceWorkerBrowserIT {

    static final String TRAINEE = "has-no-service-worker";
    private static final Pattern MARKED = Pattern.compile(".*/[0-9a-f]{8}-[0-9a-f-]{27}");

    /** As a browser says it where nothing may be stored. */
    private static final String REFUSED =
            """
            ServiceWorkerContainer.prototype.register = async () => {
                throw new DOMException('refused', 'SecurityError');
            }""";

    @Inject
    Curriculum curriculum;

    @Test
    void withoutAServiceWorkerEverythingWorksOnlineAndThePageSaysWhatDoesNot() {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(360, 800)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("zh-CN")
                .setPermissions(Phone.CAMERA);
        try (Phone phone = new Phone(Chromium.withCamera().newContext(options), TianboServices.SITE)) {
            phone.context().addInitScript(REFUSED);
            phone.comeAs(TRAINEE);
            phone.go("/");
            assertThat(phone.at("[data-no-storage]")).isVisible();
            String lesson = phone.at(".thumb a:not([hidden])").getAttribute("href");
            phone.tap(".thumb a:not([hidden])");
            phone.tap("form[data-lesson] button");
            phone.page().waitForURL("**" + lesson + "/quiz");
            new QuizOnScreen(phone.page(), curriculum.quiz(lesson.substring(lesson.lastIndexOf('/') + 1))).answerAll();
            phone.page().waitForURL(MARKED);
            phone.nothingWaits();

            UUID attempt = phone.begin("苹果");
            phone.record();
            phone.end();
            phone.handIn();
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
            phone.go("/practice");
            phone.shows("[data-attempt='" + attempt + "']");

            phone.go("/learn/offline");
            assertThat(phone.at("[data-cannot]")).isVisible();
            assertThat(phone.at("[data-downloads]")).isHidden();
        }
    }
}
