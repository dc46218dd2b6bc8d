package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A rehearsal with the microphone alone, from the phone to the mentor's desk. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = SoundOnlyBrowserIT.TRAINEE, mentor = "mentor1")
class SoundOnlyBrowserIT {

    static final String TRAINEE = "sound-only-phone";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    zh-CN | 只录声音 | 录一分钟约 0.2 MB | 已交给老师 ✓
                    """)
    void whatWasRecordedWithoutAPictureIsHeardByTheMentor(
            String language, String recordsNow, String cost, String handedIn) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            UUID id = phone.begin("蜂蜜");
            phone.tap("[data-stage=ready] [data-do=sound-only]");
            phone.shows("[data-practice=camera][data-sound-only] .sound-scene");
            phone.says(recordsNow);
            phone.says(cost);
            phone.record();
            phone.end();
            phone.handIn();
            phone.says(handedIn);
            Eventually.value(() -> Attempts.state(TRAINEE, id), "submitted"::equals);

            Eventually.value(
                    () -> Tokens.as("mentor1")
                            .get("/api/attempts/{id}", id)
                            .jsonPath()
                            .<List<String>>get("copies.kind"),
                    kinds -> kinds != null);
            Tokens.as("mentor1")
                    .get("/api/attempts/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("readings.soundOnly", equalTo(true))
                    .body("readings.brightness", nullValue())
                    .body("copies.kind", contains("480p", "audio"));
            assertThat(Tokens.page(TRAINEE, "/practice/" + id)).contains("这一次只有声音", "/sound-");
            assertThat(Tokens.page("mentor1", "/mentoring/attempts/" + id)).contains("这一次只有声音", "/sound-");
        }
    }
}
