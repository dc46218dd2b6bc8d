package org.tianbo.practice.audience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.SignInPage;

/**
 * What a host does while recording beside speaking, and what goes wrong meanwhile. In Chromium, for it is what stands
 * on the screen, and what a recorder makes of a microphone that is gone.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = HostActsBrowserIT.TRAINEE, mentor = "mentor1")
class HostActsBrowserIT {

    static final String TRAINEE = "host-acts-phone";

    /** What lies over the place of the face, from its upper to its lower edge. */
    private static final String OVER_THE_FACE =
            """
            () => {
                const style = getComputedStyle(document.querySelector('.camera'));
                const [from, to] = ['--face-from', '--face-to'].map((name) => parseFloat(style.getPropertyValue(name)));
                const found = [];
                for (let y = from + 1; y < to; y++) {
                    const there = document.elementFromPoint(innerWidth / 2, (innerHeight * y) / 100);
                    if (there?.closest('.recording-top, .recording-bottom')) found.push(there.outerHTML.slice(0, 80));
                }
                return found;
            }""";

    private static final String MICROPHONE_GONE =
            """
            () => {
                const [track] = document.querySelector('[data-preview]').srcObject.getAudioTracks();
                track.stop();
                track.dispatchEvent(new Event('ended'));
            }""";

    /** Otherwise the first piece is stored after two seconds, which may be over before the page dies. */
    private static final String NOTHING_IS_STORED =
            """
            () => {
                const start = MediaRecorder.prototype.start;
                MediaRecorder.prototype.start = function () { start.call(this); };
            }""";

    /** Four comments stand on the picture; on a busy machine one is gone before anybody looks for it. */
    private static final String REMEMBER_WHAT_IS_ASKED =
            """
            window.asked = [];
            new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
                if (node.dataset?.event) window.asked.push(node.dataset.event);
            }))).observe(document, { childList: true, subtree: true });""";

    private static final String RECORDED_A_LITTLE =
            "() => JSON.parse(localStorage.getItem('tianbo-recording') ?? '{}').ms > 600";

    /** A phone that dies tells its page nothing. */
    private static final String DIES_UNTOLD =
            """
            for (const farewell of ['pagehide', 'visibilitychange']) {
                window.addEventListener(farewell, (event) => event.stopImmediatePropagation(), true);
            }""";

    @Test
    void whatTheHostShowsIsAnsweredAndStandsOnTheTimelineOfTraineeAndMentor() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(REMEMBER_WHAT_IS_ASKED);
            UUID attempt = begin(phone);
            phone.page().evaluate(AudienceBrowserIT.QUICKER, attempt.toString());
            phone.page().reload();
            phone.record();
            // From here on it waits for a tap; by itself it goes on while a slow machine is at the rest.
            phone.tap("[data-do=pace]");
            phone.shows(".comment[data-event=hello]");
            assertThat((List<?>) phone.page().evaluate(OVER_THE_FACE)).isEmpty();
            for (String act : List.of("product-card", "pinned-comment", "coupon-drop", "order-wave", "stock-out")) {
                phone.tap("[data-act=" + act + "]");
                phone.shows("[data-overlay=" + (act.equals("stock-out") ? "product-card" : act) + "]");
            }
            phone.says("售完");
            assertThat((List<?>) phone.page().evaluate(OVER_THE_FACE)).isEmpty();
            Pictures.take(phone.page(), "practice-host-acts");
            tapThePicture(phone);

            phone.page().evaluate(MICROPHONE_GONE);
            phone.says("麦克风没声音了");
            String stored = phone.at("[data-stored]").innerText();
            assertThat(phone.at("[data-stored]")).not().hasText(stored);
            phone.end();
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "ready"::equals);

            phone.go("/practice/" + attempt);
            phone.says("发了练习优惠券");
            phone.says("标出售完（第 1 样）");
            phone.says("麦克风没声音了");
            Pictures.take(phone.page(), "practice-host-acts-recorded");
            phone.tap("[data-do=submit]");
            phone.shows("[data-do=take-back]");
            seenByTheMentor(attempt);
        }
    }

    /** Where the show waits for a tap, any place of the picture will do. */
    private static void tapThePicture(Phone phone) {
        int begun = Integer.parseInt(phone.at("[data-step]").innerText().replaceAll("^\\D+|(?<=\\d)\\D.*", ""));
        for (int step = begun + 1; step <= Math.max(4, begun + 1); step++) {
            phone.page().touchscreen().tap(180, 370);
            assertThat(phone.at("[data-step]")).hasText(Pattern.compile("第 " + step + " 步.*"));
        }
        // What is asked in a step that began so is asked at a time that the server takes.
        phone.page().waitForFunction("() => window.asked.includes('how-heavy')");
    }

    @Test
    void ofAPageThatDiesBeforeAnythingIsStoredIsSaidThatNothingWasAndItBeginsAgain() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(DIES_UNTOLD);
            begin(phone);
            phone.page().evaluate(NOTHING_IS_STORED);
            phone.start();
            phone.page().waitForFunction(RECORDED_A_LITTLE);
            phone.page().reload();
            phone.says("存下的是 0 秒");
            Pictures.take(phone.page(), "practice-nothing-stored");
            phone.record();
            phone.end();
            assertThat(phone.at("[data-stage=upload] p[data-title]")).hasText("苹果");
            assertThat(phone.at("[data-stage=upload] [data-lost]")).isHidden();
        }
    }

    private static UUID begin(Phone phone) {
        phone.comeAs(TRAINEE);
        UUID attempt = phone.begin("苹果");
        phone.shows("[data-do=start]");
        return attempt;
    }

    private static void seenByTheMentor(UUID attempt) {
        Page desk = SignInPage.open(Chromium.plain(), "mentor1", "/mentoring/attempts/" + attempt);
        try {
            desk.setViewportSize(1280, 800);
            assertThat(desk.getByText(Pattern.compile("来了练习订单 [3-8] 单")).last()).isVisible();
            assertThat(desk.locator("svg.event")).hasCount(6);
            Pictures.take(desk, "grading-host-acts");
        } finally {
            desk.context().close();
        }
    }
}
