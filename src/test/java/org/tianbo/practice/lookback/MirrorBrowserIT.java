package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.practice.SpokenMicrophone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/** The mirror after a rehearsal. In Chromium, for it listens in the browser's audio thread and looks at its camera. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(MirrorBrowserIT.TRAINEE)
class MirrorBrowserIT {

    static final String TRAINEE = "mirror-phone";

    @Test
    void thePhoneTellsWithoutANetworkWhereItWasSilent() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(SpokenMicrophone.SCRIPT);
            phone.comeAs(TRAINEE);
            phone.keep("/practice/camera");
            phone.keep("/practice/new");
            phone.context().setOffline(true);
            phone.page().reload();
            phone.shows("[data-until-ready]:not([disabled])");
            begin(phone);

            phone.record();
            SpokenMicrophone.Spoken spoken = SpokenMicrophone.speak(phone);
            phone.recordUntil(spoken.nextSentenceEnds() + 1);
            phone.end();

            assertThat(SpokenMicrophone.silentFrom(phone)).isCloseTo(spoken.silenceBegins(), within(1.5));
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
}
