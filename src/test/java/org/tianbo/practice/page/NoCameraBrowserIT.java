package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A phone that cannot record says why and what to do, and the gallery stays open as another way. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(NoCameraBrowserIT.TRAINEE)
class NoCameraBrowserIT {

    static final String TRAINEE = "no-camera-phone";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 手机没让用摄像头 | 请点网址左边的小图标
                    en-US | The phone did not allow the camera | Tap the small sign beside the address
                    """)
    void aRefusedCameraIsExplainedAndOpensOnceItIsAllowed(String language, String reason, String advice) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, List.of("geolocation"))) {
            Chromium.asking(phone.context());
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("蜂蜜");
            phone.says(reason);
            phone.says(advice);

            phone.context().grantPermissions(Phone.CAMERA);
            phone.tap("[data-stage=blocked] [data-do=retry]");
            phone.shows("[data-stage=ready] [data-do=start]");
            assertThat(phone.page().url()).endsWith(attempt.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 没找到摄像头或麦克风 | 可以用别的手机录好，再从相册里选。 | 从相册里选一段已经录好的视频
                    en-US | No camera or microphone found | Record with another phone and pick the video from the \
                    gallery. | Choose a video you recorded earlier
                    """)
    void withoutAnyCameraTheGalleryIsTheWay(String language, String reason, String advice, String gallery) {
        try (Phone phone = new Phone(Chromium.plain(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            phone.begin("蜂蜜");
            phone.says(reason);
            phone.says(advice);
            phone.tap("[data-stage=blocked] [data-do=gallery]");
            phone.says(gallery);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 这个浏览器不能录像 | 请换手机自带的浏览器打开 | 还没开始录
                    en-US | This browser cannot record | Open this page in the phone's own browser | Not started
                    """)
    void aBrowserWithoutAnyCodecSaysSoAndThePlanIsStored(String language, String reason, String advice, String kept) {
        Browser browser = Chromium.withCamera();
        try (Phone phone = new Phone(browser, language, Phone.CAMERA)) {
            phone.context().addInitScript("MediaRecorder.isTypeSupported = () => false");
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("蜂蜜");
            phone.says(reason);
            phone.says(advice);
            phone.shows("[data-stage=blocked] [data-do=gallery]");

            phone.go("/practice");
            phone.awaits("[data-attempt='" + attempt + "']", "[\\s\\S]*蜂蜜[\\s\\S]*" + kept + "[\\s\\S]*");
        }
    }
}
