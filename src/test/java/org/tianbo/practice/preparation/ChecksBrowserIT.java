package org.tianbo.practice.preparation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;

/** What is checked before a rehearsal. In Chromium, for camera, microphone and network are the browser's. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(ChecksBrowserIT.TRAINEE)
class ChecksBrowserIT {

    static final String TRAINEE = "checks-phone";

    @Test
    void thePhoneMeasuresWhatItCanAndBeginsInAnyCase() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.begin("冻米糖");
            phone.tap("[data-do=check]");
            for (String reading : new String[] {"brightness", "backlight", "upload_kbps", "latency_ms", "storage_mb"}) {
                assertThat(phone.at("[data-reading=" + reading + "]"))
                        .hasAttribute("data-verdict", Pattern.compile("good|fair|poor"));
            }
            assertThat(phone.at("[data-reading=loss_percent]")).hasAttribute("data-verdict", "good");
            phone.says("测网要用大约 0.1 MB 流量。");
            Pictures.take(phone.page(), "practice-checks");

            // A page that is not seen does not begin: its countdown stands until it was looked at.
            phone.page()
                    .evaluate("() => Object.defineProperty(document, 'hidden', { configurable: true, value: true })");
            phone.tap("[data-stage=checks] [data-do=start]");
            phone.says("看着镜头。点一下马上开始。");
            Pictures.take(phone.page(), "practice-countdown");
            // In one go: begun a moment before it is seen again, it would rightly not record.
            phone.page()
                    .evaluate(
                            "() => { delete document.hidden; document.querySelector('[data-stage=count]').click(); }");
            phone.shows("[data-stage=recording] [data-do=stop]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        TRAINEE + ", 65536, 204",
        TRAINEE + ", 0, 204",
        TRAINEE + ", 65537, 413",
        "mentor1, 1, 204",
        "officer1, 1, 403"
    })
    void theNetworkIsMeasuredWithFewBytesOfWhoRecords(String login, int bytes, int status) {
        Tokens.as(login)
                .contentType("application/octet-stream")
                .body(new byte[bytes])
                .post("/api/network-probe")
                .then()
                .statusCode(status);
    }
}
