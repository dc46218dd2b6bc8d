package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.EspeakNg;
import org.tianbo.testsupport.Pictures;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

/** The mirror after a rehearsal. In Chromium, for it listens in the browser's audio thread and looks at its camera. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(MirrorBrowserIT.TRAINEE)
class MirrorBrowserIT {

    static final String TRAINEE = "mirror-phone";

    private static final double SILENCE_SECONDS = 7;

    private static final String SPEECH =
            Base64.getEncoder().encodeToString(EspeakNg.read("da4 jia1 hao3 wo3 shi4 shan1 tou2 cun1 de5 wang2 fang1"));

    /** {@code speak()} says one sentence, is silent, and says it again; it answers how long the sentence is. */
    private static final String MICROPHONE =
            """
            if (navigator.mediaDevices) {
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (wanted) => {
                    const stream = await open(wanted);
                    const context = new AudioContext();
                    document.addEventListener('click', () => context.resume(), true);
                    const heard = context.createMediaStreamDestination();
                    // Without any source the track brings nothing, and nothing is recorded.
                    const quiet = new ConstantSourceNode(context, { offset: 0 });
                    quiet.connect(heard);
                    quiet.start();
                    window.speak = async () => {
                        const bytes = Uint8Array.from(atob('%s'), (letter) => letter.charCodeAt(0));
                        const buffer = await context.decodeAudioData(bytes.buffer);
                        for (const after of [0, buffer.duration + %s]) {
                            const voice = new AudioBufferSourceNode(context, { buffer });
                            voice.connect(heard);
                            voice.start(context.currentTime + after);
                        }
                        return buffer.duration;
                    };
                    stream.getAudioTracks().forEach((track) => { stream.removeTrack(track); track.stop(); });
                    stream.addTrack(heard.stream.getAudioTracks()[0]);
                    return stream;
                };
            }"""
                    .formatted(SPEECH, SILENCE_SECONDS);

    private static final String LONGEST_SILENCE = "(wanted) => [...document.querySelectorAll('[data-mirror] .finding')]"
            + ".find((one) => one.querySelector('[data-topic]').textContent === wanted)";

    @Test
    void thePhoneTellsWithoutANetworkWhereItWasSilent() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(MICROPHONE);
            phone.comeAs(TRAINEE);
            phone.keep("/practice/camera");
            phone.keep("/practice/new");
            phone.context().setOffline(true);
            phone.page().reload();
            phone.shows("[data-until-ready]:not([disabled])");
            begin(phone);

            phone.record();
            List<?> spoken = (List<?>) phone.page()
                    .evaluate("async () => [await window.speak(), document.querySelector('[data-time]').textContent]");
            double sentence = ((Number) spoken.get(0)).doubleValue();
            double began = clock((String) spoken.get(1));
            double wanted = began + 2 * sentence + SILENCE_SECONDS + 1;
            phone.page()
                    .waitForFunction(
                            "(wanted) => { const [m, s] = document.querySelector('[data-time]').textContent.split(':');"
                                    + " return 60 * m + 1 * s >= wanted; }",
                            wanted);
            phone.end();

            assertThat(silentFrom(phone)).isCloseTo(began + sentence, within(1.5));
            assertThat(phone.at("[data-mirror-next]").textContent()).isNotBlank();
            Pictures.take(phone.page(), "practice-mirror");
        }
    }

    private static void begin(Phone phone) {
        phone.at("#product").fill("苹果");
        phone.tap(".thumb button.go");
        phone.page().waitForURL(url -> url.contains("/practice/camera#"));
        phone.shows("[data-do=start]");
    }

    /** The second at which the page says that the longest silence began. */
    private static double silentFrom(Phone phone) {
        phone.says("有时停得太久");
        return clock(phone.page()
                .evaluateHandle(LONGEST_SILENCE, "有没有冷场")
                .asElement()
                .querySelector("button")
                .textContent());
    }

    /** @param said such as 看 01:07 */
    private static double clock(String said) {
        String[] parts = said.replaceAll("[^0-9:]", "").split(":");
        return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }
}
