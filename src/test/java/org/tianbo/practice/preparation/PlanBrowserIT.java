package org.tianbo.practice.preparation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** What a rehearsal costs is said before it begins, and is true. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(PlanBrowserIT.TRAINEE)
class PlanBrowserIT {

    static final String TRAINEE = "plan-phone";
    private static final double MEGABYTES_A_SECOND = 5.0 / 60;

    @BeforeEach
    void start() {
        UUID before = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, before, 1, 0, Chunks.bytes("a")).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 录 5 分钟大约 24 MB，边录边上传 | 录 1 分钟大约 5 MB，边录边上传 | 录 1 分钟大约 5 MB，先存在手机里，连上 Wi-Fi 才上传。 | \
                    交给老师之前，谁也看不到 | 录一分钟约 5 MB，边录边上传。交给老师之前，只有您请来的人看得到。
                    en-US | A recording of 5 minutes is about 24 MB. It is sent while you record | A recording of one \
                    minute is about 5 MB. It is sent while you record | A recording of one minute is about 5 MB. It \
                    is kept on the phone and sent once there is Wi-Fi. | Nobody sees it until you hand it in | A \
                    minute is about 5 MB, sent while you record. Until you hand it in, only those you invite see it.
                    """)
    void theMegabytesAreShownFirst(
            String language, String fiveMinutes, String oneMinute, String onWifi, String unseen, String aMinute) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/new");
            assertThat(phone.at("input[value=product-loop]")).isChecked();
            phone.says(fiveMinutes);
            phone.tap("label:has(input[value=pitch])");
            phone.says(oneMinute);
            phone.says(unseen);
            phone.tap("[data-wifi-only]");
            phone.says(onWifi);
            phone.tap("[data-wifi-only]");
            phone.says(oneMinute);

            phone.begin("冻米糖");
            phone.says(aMinute);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | “最好”： | 可以这样说
                    en-US | “最好”: | You could say
                    """)
    void aTitleThatBreaksARuleIsFlaggedAtOnceAndBlocksNobody(String language, String found, String better) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/new");
            phone.shows("fieldset[data-until-ready]:not([disabled])");
            phone.at("#product").fill("全国最好的大米");
            phone.at("#product").blur();
            phone.says(found);
            phone.says(better);
            phone.at("#product").fill("去年秋天的大米");
            phone.at("#product").blur();
            assertThat(phone.at("[data-product-words]")).isHidden();
            phone.begin("全国最好的大米");
        }
    }

    @Test
    void whatWasPlannedOnAnotherPhoneBeginsOnThisOne() {
        UUID planned = Chunks.attemptOf(TRAINEE);
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + planned);
            phone.tap("[data-do=begin-here]");
            phone.shows("[data-do=start]");
            assertThat(phone.page()).hasURL(Pattern.compile(".*/practice/camera#" + planned));
            phone.record();
            phone.shows("[data-prompter]");
            phone.awaits("[data-sent]", "已传到 00:(0[2-9]|[1-5]\\d) ✓");
        }
    }

    @Test
    void thePictureHas480LinesAndAsManyMegabytesAsWasSaid() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("冻米糖");
            phone.shows("[data-do=start]");
            phone.page().waitForFunction("() => document.querySelector('[data-preview]').videoHeight > 0");
            Object size = phone.page()
                    .evaluate("() => { const v = document.querySelector('[data-preview]');"
                            + " return [v.videoWidth, v.videoHeight].sort((a, b) => a - b) }");
            assertThat(((List<?>) size).get(0)).isEqualTo(480);

            phone.record();
            phone.end();
            double megabytes = phone.bytes(attempt) / 1e6;
            assertThat(megabytes / phone.seconds(attempt)).isBetween(0.01, MEGABYTES_A_SECOND * 1.25);
        }
    }
}
