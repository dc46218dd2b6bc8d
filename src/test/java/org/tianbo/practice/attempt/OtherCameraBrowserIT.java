package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A host who shows the goods with the other camera. The picture comes from a browser, as does the end of a take. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(OtherCameraBrowserIT.TRAINEE)
class OtherCameraBrowserIT {

    static final String TRAINEE = "other-camera";

    private static final String TWO_CAMERAS = "navigator.mediaDevices.enumerateDevices = async () => ['front', 'back']"
            + ".map((label) => ({ kind: 'videoinput', label }));";

    /** The back camera is broken, and the host taps as soon as there is something to tap. */
    private static final String BROKEN_AND_IMPATIENT =
            """
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wanted) => {
                if (wanted.video?.facingMode?.ideal === 'environment') {
                    throw new DOMException('broken', 'NotReadableError');
                }
                return open(wanted);
            };
            addEventListener('DOMContentLoaded', () => {
                const root = document.querySelector('main[data-practice=camera]');
                root && new MutationObserver(() => root.dataset.now === 'paused'
                        && root.querySelector('[data-stage=paused] [data-do=resume]').click())
                    .observe(root, { attributeFilter: ['data-now'] });
            });""";

    /** A call comes when the second take is about to begin; that the take lets others record is marked. */
    private static final String CALLED =
            """
            const request = navigator.locks.request.bind(navigator.locks);
            let takes = 0;
            navigator.locks.request = (...asked) => {
                const held = request(...asked);
                if (asked[0].startsWith('tianbo-recorder-') && ++takes === 2) {
                    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
                    held.then(() => document.documentElement.toggleAttribute('data-let-go', true));
                }
                return held;
            };""";

    @Test
    void inTheMiddleOfATakeTheOtherCameraGoesOnByItselfInTheSameAttempt() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            UUID id = recordedAndTurned(phone, "");

            assertThat(secondTake(phone, id)).anyMatch(piece -> piece.startsWith("1/"));
            phone.shows("[data-stage=recording]");
            assertThat(phone.at("[data-preview][data-mirror]").count()).isZero();
            phone.end();
            assertThat(phone.pieces(id)).allMatch(piece -> piece.matches("[12]/.*"));
        }
    }

    @Test
    void whereTheOtherCameraDoesNotOpenTheOneBeforeGoesOnOnceHoweverImpatientTheHost() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            UUID id = recordedAndTurned(phone, BROKEN_AND_IMPATIENT);

            secondTake(phone, id);
            phone.shows("[data-stage=recording]");
            assertThat(phone.at("[data-preview][data-mirror]").count()).isOne();
            phone.end();
            assertThat(phone.page()
                            .evaluate("() => navigator.locks.query().then(({ held }) =>"
                                    + " held.filter(({ name }) => name.startsWith('tianbo-recorder-')).length)"))
                    .as("another page may record")
                    .isEqualTo(0);
        }
    }

    @Test
    void aTakeThatWouldBeginWhileThePageIsHiddenBeginsOnceTheHostIsBack() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            UUID id = recordedAndTurned(phone, CALLED);

            phone.at("html[data-let-go]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            phone.shows("[data-stage=paused]");
            assertThat(phone.pieces(id)).allMatch(piece -> piece.startsWith("1/"));
            phone.page()
                    .evaluate("() => { delete document.hidden;"
                            + " document.dispatchEvent(new Event('visibilitychange')); }");
            phone.tap("[data-do=resume]");
            secondTake(phone, id);
            phone.end();
        }
    }

    private static UUID recordedAndTurned(Phone phone, String browser) {
        phone.context().addInitScript(TWO_CAMERAS + browser);
        phone.comeAs(TRAINEE);
        UUID id = phone.begin("柚子");
        phone.record();
        assertThat(phone.at("[data-preview][data-mirror]").count()).isOne();
        phone.tap("[data-stage=recording] [data-do=turn]");
        return id;
    }

    private static List<String> secondTake(Phone phone, UUID id) {
        return Eventually.value(
                () -> phone.pieces(id), stored -> stored.stream().anyMatch(piece -> piece.startsWith("2/")));
    }
}
