package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** Marks lie where they were tapped in the recording, whatever becomes of the phone's clock meanwhile. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(RecordedTimeBrowserIT.TRAINEE)
class RecordedTimeBrowserIT {

    static final String TRAINEE = "recorded-time-phone";

    /** {@code setClock(ms)} moves what {@code Date} tells by so much. */
    private static final String MOVABLE_CLOCK =
            """
            const Told = Date;
            let moved = 0;
            window.setClock = (ms) => { moved = ms; };
            window.Date = class extends Told {
                constructor(...parts) { super(...(parts.length ? parts : [Told.now() + moved])); }
                static now() { return Told.now() + moved; }
            };""";

    /** From reading the time to tapping, a busy machine may take longer than a marker may be off. */
    private static final String TELL_WHEN_TAPPED =
            """
            () => document.addEventListener('click', () => {
                window.timeWhenTapped = document.querySelector('[data-time]').textContent;
            }, { capture: true, once: true })""";

    @Test
    void aClockThatIsSetWhileItRecordsMovesNoMarker() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(MOVABLE_CLOCK);
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("米粉");
            phone.record();
            int before = tapNext(phone, -600_000);
            int after = tapNext(phone, 1_200_000);
            phone.end();

            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "ready"::equals);
            List<Integer> markers = Tokens.as(TRAINEE)
                    .get("/api/attempts/{id}", attempt)
                    .path("marks.findAll { it.kind == 'step' }.atMs");
            assertThat(markers).hasSize(3).isSorted();
            assertThat(markers.get(0)).isLessThan(1000);
            assertThat(markers.get(1)).isCloseTo(before, within(2000));
            assertThat(markers.get(2)).isCloseTo(after, within(2000));
        }
    }

    /** @return milliseconds recorded when the next step was tapped, as the screen's own timer counts them */
    private static int tapNext(Phone phone, int clock) {
        String before = phone.at("[data-time]").innerText();
        phone.page().evaluate("(ms) => window.setClock(ms)", clock);
        phone.page().waitForFunction("(told) => document.querySelector('[data-time]').textContent !== told", before);
        phone.page().evaluate(TELL_WHEN_TAPPED);
        phone.tap("[data-stage=recording] [data-do=next]");
        String time = (String) phone.page().evaluate("() => window.timeWhenTapped");
        String[] parts = time.split(":");
        return (Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1])) * 1000 + 500;
    }
}
