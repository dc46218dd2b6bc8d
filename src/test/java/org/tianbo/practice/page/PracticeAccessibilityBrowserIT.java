package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.practice.Chunks.take;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Axe;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.SmallLetters;

/**
 * Every page of practice, at each of its stages: WCAG 2.2 AA as far as axe can tell, letters of 18 px and targets of 60
 * px, and nothing that runs off the screen, from 320 px to a desk.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(PracticeAccessibilityBrowserIT.TRAINEE)
class PracticeAccessibilityBrowserIT {

    static final String TRAINEE = "practice-accessibility-phone";
    private static final List<int[]> SCREENS =
            List.of(new int[] {320, 640}, new int[] {1280, 800}, new int[] {360, 800});

    private static final String SMALL_TARGETS =
            """
            () => [...document.querySelectorAll('a[href], button, summary, select, label:has(input), input')]
                .filter((one) => one.checkVisibility() && !one.closest('.sr-only'))
                .filter((one) => one.tagName !== 'INPUT' || !one.closest('label'))
                .map((one) => [Math.round(one.getBoundingClientRect().height), one.outerHTML.slice(0, 120)])
                .filter(([height]) => height < 60)""";

    @Inject
    CountyAttempts attempts;

    private String language;
    private Phone phone;

    @AfterEach
    void end() {
        phone.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void fromThePlanToTheRecording(String spoken) {
        takePhone(spoken, Chromium.withCamera());
        phone.go("/practice/new");
        phone.shows("[data-run-of-show]");
        phone.page().evaluate("() => document.querySelectorAll('details.card').forEach((one) => { one.open = true; })");
        phone.tap("[data-step=hook] summary");
        look("new");
        UUID attempt = phone.begin("富硒大米");
        phone.shows("[data-do=start]");
        look("ready");
        phone.record();
        look("on-air");
        phone.tap("[data-stage=recording] [data-do=stop]");
        look("ask-end");
        phone.tap("dialog[data-confirm=end] button[value=no]");
        phone.page().reload();
        phone.shows("[data-do=resume]");
        look("paused");
        phone.tap("[data-do=resume]");
        phone.shows("[data-stage=recording]");
        phone.end();
        phone.shows("[data-follow], [data-do=hand-in]");
        comesTo(attempt, "ready");
        look("kept");
        phone.go("/practice");
        phone.shows("[data-attempt='" + attempt + "']");
        look("list");
        phone.tap("[data-do=clear]");
        look("ask-clear");
        phone.go("/practice/" + attempt);
        phone.shows("[data-player]");
        look("recording");
        phone.tap("[data-do=submit]");
        comesTo(attempt, "submitted");
        phone.shows("[data-do=take-back]");
        look("submitted");
        phone.tap("[data-do=take-back]");
        look("ask-take-back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void whereSomethingWentWrong(String spoken) {
        takePhone(spoken, Chromium.plain());
        phone.begin("富硒大米");
        phone.shows("[data-stage=blocked]");
        look("blocked");
        phone.tap("[data-stage=blocked] [data-do=gallery]");
        look("gallery");
        phone.go("/practice");
        phone.go("/practice/camera#" + UUID.randomUUID());
        phone.shows("[data-stage=unknown]");
        look("unknown");
        UUID started = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, started, 1, 0, Chunks.bytes("this is no video"))
                .then()
                .statusCode(201);
        phone.go("/practice/" + started);
        look("elsewhere");
        Chunks.finish(TRAINEE, started, List.of(take(1, 1))).then().statusCode(202);
        comesTo(started, "failed");
        phone.go("/practice/" + started);
        phone.shows("[data-state=failed]");
        look("blind");
        attempts.exhausted("fengcheng", started);
        phone.page().reload();
        phone.shows("[data-do=retry]");
        look("failed");
        attempts.isBusy("fengcheng", started);
        phone.page().reload();
        phone.shows("[data-tried-until]:not([data-tried-until=''])");
        look("busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void whileSomethingWaits(String spoken) {
        takePhone(spoken, Chromium.plain());
        phone.go("/practice/new");
        phone.switchWifiOnly(true);
        phone.beginFromTheGallery("富硒大米");
        phone.pick(Attempts.clip());
        phone.shows("[data-do=send-now]");
        look("kept-waiting");
        phone.handIn();
        phone.shows("[data-do=not-yet]");
        look("handed-in-waiting");
        phone.go("/practice");
        phone.shows("[data-pill].wait");
        look("list-waiting");
        phone.tap("[data-here] a");
        phone.tap("[data-do=delete]");
        phone.shows("dialog[data-confirm=delete]");
        look("ask-delete");
    }

    private void takePhone(String spoken, Browser browser) {
        language = spoken;
        phone = new Phone(browser, spoken, Phone.CAMERA);
        Axe.in(phone.context());
        phone.comeAs(TRAINEE);
    }

    private void look(String station) {
        Page page = phone.page();
        for (int[] screen : SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits %d px", station, screen[0])
                    .isTrue();
            Pictures.take(page, "practice-" + station + "-" + language + "-" + screen[0]);
        }
        assertThat(SmallLetters.on(page)).as(station).isEmpty();
        assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(station).isEmpty();
        assertThat(Axe.findings(page)).as(station).isEmpty();
    }

    private static void comesTo(UUID attempt, String state) {
        Eventually.value(() -> Attempts.state(TRAINEE, attempt), state::equals);
    }
}
