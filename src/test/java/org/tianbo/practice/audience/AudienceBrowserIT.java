package org.tianbo.practice.audience;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import org.tianbo.testsupport.browser.SignInPage;

/** The scripted audience in front of the camera. In Chromium, for it listens in the browser's audio thread. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = AudienceBrowserIT.TRAINEE, mentor = "mentor1")
class AudienceBrowserIT {

    static final String TRAINEE = "audience-phone";

    /** {@code speak(true)} lets the microphone hear a buzzing voice, {@code speak(false)} nothing. */
    private static final String MICROPHONE =
            """
            if (navigator.mediaDevices) {
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (wanted) => {
                    const stream = await open(wanted);
                    const context = new AudioContext();
                    document.addEventListener('click', () => context.resume(), true);
                    const voice = new OscillatorNode(context, { type: 'sawtooth', frequency: 150 });
                    const loudness = new GainNode(context, { gain: 0 });
                    const heard = context.createMediaStreamDestination();
                    voice.connect(loudness).connect(heard);
                    voice.start();
                    window.speak = (on) => { loudness.gain.value = on ? 0.3 : 0; };
                    stream.getAudioTracks().forEach((track) => { stream.removeTrack(track); track.stop(); });
                    stream.addTrack(heard.stream.getAudioTracks()[0]);
                    return stream;
                };
            }""";

    /** An old phone. */
    private static final String DEAF = "delete window.AudioWorkletNode;";

    /** The viewers of this attempt all come, and speak a second after what they wait for. */
    static final String QUICKER =
            """
            (id) => new Promise((done) => {
                indexedDB.open('tianbo').onsuccess = ({ target: { result: db } }) => {
                    const attempts = db.transaction('attempts', 'readwrite').objectStore('attempts');
                    attempts.get(id).onsuccess = ({ target: { result: attempt } }) => {
                        attempt.audience.scenario.timeline.forEach((event) => {
                            event.chance = 100;
                            if (event.on) event.on.after = 1;
                        });
                        attempts.put(attempt).onsuccess = () => { db.close(); done(); };
                    };
                };
            })""";

    /** Once it plays on, the second is soon left behind. */
    private static final String TELL_WHERE_IT_PLAYS =
            """
            () => document.querySelector('[data-video]').addEventListener('seeking', ({ target }) => {
                window.playedAt = target.currentTime;
            }, { once: true })""";

    @Test
    void aViewerAsksIsHeardToBeAnsweredAndStandsInWhatIsHandedIn() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(MICROPHONE);
            UUID attempt = begin(phone);
            phone.record();
            phone.shows(".comment[data-event=hello][data-state=waiting]");
            phone.tap(".comment[data-event=hello] button");
            phone.page().evaluate("() => window.speak(true)");
            phone.shows(".comment[data-event=hello][data-state=answered]");
            look(phone, "viewers");
            phone.end();
            phone.says("您点名招呼了。");
            phone.says("秒后您开口接了");
            look(phone, "viewers-asked");

            phone.context().setOffline(false);
            phone.networkIsBack();
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "ready"::equals);
            phone.go("/practice/" + attempt);
            phone.says("秒后您开口接了");
            look(phone, "viewers-recorded");

            phone.tap("[data-do=submit]");
            phone.shows("[data-do=take-back]");
            seenByTheMentor(attempt);
        }
    }

    @Test
    void aPhoneThatCannotListenSaysSoAndTheViewersComeAllTheSame() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(DEAF);
            begin(phone);
            phone.record();
            phone.says("这部手机听不出您开口");
            phone.shows(".comment[data-event=hello]");
        }
    }

    private static void seenByTheMentor(UUID attempt) {
        Page desk = SignInPage.open(Chromium.plain(), "mentor1", "/mentoring/attempts/" + attempt);
        try {
            desk.setViewportSize(1280, 800);
            Locator when = desk.locator(".viewers [data-seek]");
            double second = Integer.parseInt(when.getAttribute("data-seek")) / 1000.0;
            desk.waitForFunction("() => document.querySelector('[data-video]').readyState > 0");
            desk.evaluate(TELL_WHERE_IT_PLAYS);
            when.click();
            desk.waitForFunction("(second) => Math.abs(window.playedAt - second) < 0.5", second);
            assertThat(desk.locator("svg.viewer.answered")).hasCount(1);
            Pictures.take(desk, "grading-viewers");
        } finally {
            desk.context().close();
        }
    }

    private static UUID begin(Phone phone) {
        phone.comeAs(TRAINEE);
        phone.keep("/practice/camera");
        phone.keep("/practice/new");
        // Nothing of what follows needs a network.
        phone.context().setOffline(true);
        phone.page().reload();
        phone.shows("[data-until-ready]:not([disabled])");
        phone.tap("label:has(input[value=pitch])");
        phone.at("#product").fill("苹果");
        phone.at("#product").blur();
        assertThat(phone.at("#script")).containsText("水果");
        assertThat(phone.at("#script")).hasValue("fruit-first-neighbours");
        look(phone, "viewers-plan");
        phone.tap(".thumb button.go");
        phone.page().waitForURL(url -> url.contains("/practice/camera#"));
        UUID attempt = UUID.fromString(phone.page().url().replaceFirst(".*#", ""));
        phone.shows("[data-do=start]");
        phone.page().evaluate(QUICKER, attempt.toString());
        phone.page().reload();
        phone.shows("[data-do=start]");
        return attempt;
    }

    private static void look(Phone phone, String station) {
        Pictures.take(phone.page(), "practice-" + station);
    }
}
