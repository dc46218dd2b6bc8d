package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A mentor's phone in the training room: from the choice of the trainee to a recording that is the trainee's. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = OnSiteBrowserIT.TRAINEE, mentor = "mentor1")
class OnSiteBrowserIT {

    static final String TRAINEE = "trainee-in-the-room";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zh-CN | 这是给trainee-in-the-room录的。 | 全部上传好了 ✓
                    en-US | This is recorded for trainee-in-the-room. | All sent ✓
                    """)
    void whatTheMentorsPhoneRecordsIsTheTrainees(String language, String forWhom, String sent) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs("mentor1");
            phone.go("/mentoring");
            phone.at("a[href='/practice/on-site']").click();
            phone.at("fieldset[data-until-ready]:not([disabled])").waitFor();
            String trainee =
                    phone.at("#trainee option[data-name='" + TRAINEE + "']").getAttribute("value");
            phone.at("#trainee").selectOption(trainee);
            phone.at("#product").fill("霉豆腐");
            phone.tap("[data-do=gallery]");
            phone.page().waitForURL(Pattern.compile(".*/practice/camera#.*"));
            UUID id = UUID.fromString(phone.page().url().replaceFirst(".*#", "").replaceFirst("/.*", ""));
            phone.pick(Attempts.clip());
            phone.says(forWhom);
            phone.says(sent);
            assertThat(phone.at("[data-stage=upload] [data-do=hand-in]").isVisible())
                    .isFalse();
            assertThat(phone.at("[data-stage=upload] [data-do=delete]").isVisible())
                    .isFalse();
            assertThat(phone.at("[data-stage=upload] [data-self-review]").isVisible())
                    .isFalse();
            Eventually.value(() -> Attempts.state(TRAINEE, id), "ready"::equals);

            phone.tap("[data-next-trainee]");
            phone.page().waitForURL(Pattern.compile(".*/practice/on-site"));
        }
    }
}
