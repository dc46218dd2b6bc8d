package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

/** A host who shows the goods with the other camera. The picture comes from a browser, as does the end of a take. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(OtherCameraBrowserIT.TRAINEE)
class OtherCameraBrowserIT {

    static final String TRAINEE = "other-camera";

    private static final String TWO_CAMERAS = "navigator.mediaDevices.enumerateDevices = async () => ['front', 'back']"
            + ".map((label) => ({ kind: 'videoinput', label }));";

    @Test
    void inTheMiddleOfATakeTheOtherCameraGoesOnByItselfInTheSameAttempt() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(TWO_CAMERAS);
            phone.comeAs(TRAINEE);
            UUID id = phone.begin("柚子");
            phone.record();
            assertThat(phone.at("[data-preview][data-mirror]").count()).isOne();

            phone.tap("[data-stage=recording] [data-do=turn]");

            List<String> pieces = Eventually.value(
                    () -> phone.pieces(id), stored -> stored.stream().anyMatch(piece -> piece.startsWith("2/")));
            assertThat(pieces).anyMatch(piece -> piece.startsWith("1/"));
            phone.shows("[data-stage=recording]");
            assertThat(phone.at("[data-preview][data-mirror]").count()).isZero();
            phone.end();
            assertThat(phone.pieces(id)).allMatch(piece -> piece.matches("[12]/.*"));
        }
    }
}
