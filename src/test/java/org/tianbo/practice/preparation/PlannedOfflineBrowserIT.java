package org.tianbo.practice.preparation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/**
 * A plan from its product to the teleprompter, without a network. In Chromium, for its service worker keeps the content
 * and its database the draft.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(PlannedOfflineBrowserIT.TRAINEE)
class PlannedOfflineBrowserIT {

    static final String TRAINEE = "planned-offline-phone";

    private static final String KEPT_ON_THE_PHONE =
            """
            (words) => new Promise((answer) => {
                indexedDB.open('tianbo').onsuccess = ({ target: { result: db } }) => {
                    db.transaction('kv').objectStore('kv').getAll().onsuccess = ({ target: { result } }) => {
                        db.close();
                        answer(JSON.stringify(result).includes(words));
                    };
                };
            })""";

    @Test
    void whatIsPlannedOfflineSurvivesAReloadAndFillsTheTeleprompter() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.keep("/practice/camera");
            phone.keep("/practice/new");
            phone.context().setOffline(true);
            open(phone);
            phone.tap("label:has(input[value=pitch])");
            phone.at("#product").fill("冻米糖");
            phone.tap("details:has(#price) > summary");
            phone.at("#price").fill("39 块 9");
            phone.at("#weight").fill("5 斤");
            phone.tap("[data-run-of-show] > summary");
            phone.tap("[data-step=benefit] summary");
            phone.tap("[data-step=benefit] [data-do=remove]");
            phone.says("3 步 · 00:40");
            phone.tap("[data-do=undo]");
            phone.says("4 步 · 01:00");
            phone.tap("[data-step=price] summary");
            phone.tap("[data-step=price] [data-do=longer]");
            phone.tap("[data-step=price] [data-do=up]");
            phone.at("[data-step=hook] summary").tap();
            phone.at("[data-step=hook] textarea").fill("我的糖全国最好");
            phone.says("“最好”");
            look(phone, "steps");
            phone.at("[data-step=hook] textarea").fill("各位好，我是冻米糖的桂花");
            phone.at("[data-step=hook] textarea").blur();
            phone.page().waitForFunction(KEPT_ON_THE_PHONE, "各位好，我是冻米糖的桂花");
            open(phone);
            assertThat(phone.at("#price")).hasValue("39 块 9");
            phone.tap("[data-run-of-show] > summary");
            phone.says("4 步 · 01:05");
            look(phone, "draft");

            phone.tap(".thumb button.go");
            phone.page().waitForURL(url -> url.contains("/practice/camera#"));
            phone.record();
            phone.says("各位好，我是冻米糖的桂花");
            phone.tap("[data-do=next]");
            phone.says("一份5 斤，39 块 9。运费写在价牌上");
            look(phone, "prompter");
            phone.end();

            open(phone);
            assertThat(phone.at("#product")).hasValue("冻米糖");
            assertThat(phone.at("#weight")).hasValue("5 斤");
        }
    }

    private static void open(Phone phone) {
        phone.go("/practice/new");
        phone.shows("[data-until-ready]:not([disabled])");
        phone.shows("[data-run-of-show]");
    }

    private static void look(Phone phone, String station) {
        Pictures.take(phone.page(), "practice-plan-" + station);
    }
}
