package org.tianbo.learning.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/** A course taken along opens without a network, though none of its pages was ever seen. Only a browser keeps pages. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({OfflineCoursesBrowserIT.TRAINEE, OfflineCoursesBrowserIT.SWITCHER})
class OfflineCoursesBrowserIT {

    static final String TRAINEE = "takes-courses-along";
    static final String SWITCHER = "takes-both-languages-along";

    private static final String COURSE = "speaking-to-camera";
    private static final String ALL_HERE = "All is here; you can learn without a network.";
    private static final String IN_ONE_LANGUAGE = "/learn/phone-in-hand/first-look-at-a-live";
    /** What comes along with every course. */
    private static final List<String> OF_EVERY_DAY = List.of(
            "/",
            "/learn",
            "/learn/paths",
            "/learn/words",
            "/learn/search",
            "/rules",
            "/practice",
            "/practice/new",
            "/practice/camera",
            "/my-store",
            "/my-certificate");

    private static final String SEEN_NEVER = "/learn/" + COURSE + "/first-sentence";

    @Test
    void aCourseTakenAlongOpensWithoutANetworkAndGoesWithItsPerson() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep("/learn/offline");
            Page page = phone.page();
            Locator course = page.locator("[data-course='" + COURSE + "']");
            Pictures.take(page, "courses-offline-none");

            course.locator("[data-take]").click();
            assertThat(page.locator("[data-status]")).containsText("都存好了");
            assertThat(course.locator("[data-whole]")).isVisible();
            Pictures.take(page, "courses-offline-one");

            phone.context().setOffline(true);
            phone.go(SEEN_NEVER);
            assertThat(page.locator("article.lesson")).isVisible();
            phone.go(SEEN_NEVER + "/quiz");
            assertThat(page.locator(".item").first()).isVisible();
            phone.go("/learn/search");
            page.getByLabel("打字或者打拼音").fill("diyiju");
            Locator found = page.locator("[data-found] a[href^='" + SEEN_NEVER + "']");
            assertThat(found.first()).isVisible();
            assertThat(page.locator("[data-no-index]")).isHidden();
            Pictures.take(page, "search-offline");
            found.first().click();
            assertThat(page.locator("article.lesson")).isVisible();
            phone.go("/rules");
            assertThat(page.locator("main a.row[href^='/rules/']").first()).isVisible();
            inEnglish(phone);
            phone.go("/learn/offline");
            assertThat(page.locator("[data-status]")).containsText(ALL_HERE);
            course.locator("[data-remove]").click();
            assertThat(course.locator("[data-take]")).isVisible();
            phone.go(SEEN_NEVER);
            assertThat(page.locator("article.lesson")).hasCount(0);

            phone.context().setOffline(false);
            phone.go("/learn/offline");
            page.locator("[data-action=take-all]").click();
            assertThat(page.locator("[data-whole]:not([hidden])"))
                    .hasCount(page.locator("[data-course]").count());
            phone.signOut();
            phone.context().setOffline(true);
            phone.go(SEEN_NEVER);
            assertThat(page.locator("article.lesson")).hasCount(0);
        }
    }

    @Test
    void inFlightModeTheSwitchShowsWhatWasTakenAlongInTheOtherLanguageAndOfTheRestSaysWhenItComes() {
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(SWITCHER);
            phone.keep(IN_ONE_LANGUAGE);
            phone.keep("/learn/offline");
            Page page = phone.page();
            Locator course = page.locator("[data-course='" + COURSE + "']");
            page.locator("[data-both]").check();
            Pictures.take(page, "courses-offline-both");
            course.locator("[data-take]").click();
            assertThat(course.locator("[data-whole]")).isVisible();
            finishedInBothLanguages(phone);

            phone.context().setOffline(true);
            phone.go(SEEN_NEVER);
            assertThat(page.locator("html[lang=zh-CN] article.lesson")).isVisible();
            switchTo(page, "en");
            assertThat(page.locator("html[lang=en] article.lesson")).isVisible();
            assertThat(page.locator("form[data-lesson]")).hasCount(0);
            phone.go(SEEN_NEVER + "/quiz");
            assertThat(page.locator("html[lang=en] .item").first()).isVisible();
            for (String path : OF_EVERY_DAY) {
                phone.go(path);
                assertThat(page.locator("html")).hasAttribute("lang", "en");
            }
            phone.go(IN_ONE_LANGUAGE);
            assertThat(page.locator("html[lang=zh-CN] article.lesson")).isVisible();
            switchTo(page, "en");
            assertThat(page.locator(".later:target")).isVisible();
            assertThat(page.locator(".later:target")).containsText("pages open in English");
            assertThat(page.locator(".later:not(:target)")).isHidden();
            Pictures.take(page, "language-later");
            page.goBack();
            assertThat(page.locator("html[lang=zh-CN] article.lesson")).isVisible();

            phone.context().setOffline(false);
            // A network that is slow to come back shows what is stored.
            Eventually.value(
                    () -> {
                        phone.go(IN_ONE_LANGUAGE);
                        return page.locator("html").getAttribute("lang");
                    },
                    "en"::equals);
            assertThat(page.locator("html[lang=en] article.lesson")).isVisible();
        }
    }

    /** What is done in one language renews the page that was taken along in the other. */
    private static void finishedInBothLanguages(Phone phone) {
        phone.go(SEEN_NEVER);
        phone.tap("form[data-lesson] button");
        phone.shows(".item");
        phone.nothingWaits();
        Page page = phone.page();
        String asks = "async (path) => (await (await caches.match(path)).text()).includes('data-lesson=')";
        Eventually.value(
                () -> {
                    phone.go(SEEN_NEVER);
                    return List.of(page.evaluate(asks, SEEN_NEVER), page.evaluate(asks, SEEN_NEVER + "?in=en"));
                },
                List.of(false, false)::equals);
    }

    private static void switchTo(Page page, String language) {
        page.locator(".menu > summary").click();
        page.locator(".menu a[hreflang='" + language + "']").click();
    }

    /** Whoever chooses the other language is offered its pages, and has them without a network. */
    private static void inEnglish(Phone phone) {
        Page page = phone.page();
        phone.context().setOffline(false);
        phone.go("/learn/offline?lang=en");
        page.locator("[data-action=renew]").click();
        assertThat(page.locator("[data-status]")).hasText(ALL_HERE);
        phone.context().setOffline(true);
        for (String path : List.of("/", SEEN_NEVER, SEEN_NEVER + "/quiz")) {
            phone.go(path);
            assertThat(page.locator("html[lang=en] main.phone")).isVisible();
        }
        assertThat(page.locator("html[lang=en] .item").first()).isVisible();
    }
}
