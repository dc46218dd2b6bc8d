package org.tianbo.practice.lookback;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.practice.SpokenMicrophone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/**
 * Looking at the own recording: what is written is kept on the phone at once, goes up by itself, and a tap names the
 * second. In Chromium, for only a browser plays and stores.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(SelfReviewBrowserIT.TRAINEE)
class SelfReviewBrowserIT {

    static final String TRAINEE = "self-review-phone";
    private static final String KEPT = "[data-part=kept] ";
    private static final String CHANGE = "[data-part=change] ";
    private static final String VOICE = KEPT + "[data-voice] ";
    private static final String STATUS = "[data-self-review-status]";

    @Test
    void writtenWithoutNetworkItGoesUpOnceThereIsOneWithTheSecondThatWasTapped() {
        UUID id = Attempts.ready(TRAINEE, "冻米糖");
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + id);
            phone.tap(KEPT + "[data-do=here]");
            phone.awaits(STATUS, "先放录像.*");
            phone.page()
                    .evaluate("async () => { const video = document.querySelector('[data-player]'); video.muted = true;"
                            + " await video.play(); }");
            phone.page().waitForFunction("() => document.querySelector('[data-player]').currentTime > 1");

            phone.context().setOffline(true);
            phone.tap(KEPT + "[data-do=here]");
            phone.at(KEPT + "textarea").fill("先报了价钱");
            phone.at(CHANGE + "textarea").fill("看着镜头说");
            phone.awaits(STATUS, "已经记在这部手机里.*");

            phone.context().setOffline(false);
            phone.networkIsBack();
            phone.awaits(STATUS, "已经传好.*");
            Tokens.as(TRAINEE)
                    .get("/api/attempts/{id}", id)
                    .then()
                    .body("selfReview.kept.words", equalTo("先报了价钱"))
                    .body("selfReview.kept.at.take", equalTo(1))
                    .body("selfReview.kept.at.ms", greaterThan(1000))
                    .body("selfReview.change.words", equalTo("看着镜头说"));

            phone.go("/practice/" + id);
            phone.awaits(KEPT + "[data-at]", "00:0[1-5]");
            phone.tap(".thumb [data-do=submit]");
            phone.says("已交给老师");
        }
    }

    @Test
    void spokenWithoutNetworkItIsHeardKeptAndGoesUpOnceThereIsOne() {
        UUID id = Attempts.ready(TRAINEE, "豆腐乳");
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", List.of("microphone"))) {
            phone.page().addInitScript(SpokenMicrophone.SCRIPT);
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + id);
            phone.context().setOffline(true);
            speak(phone, "speak");
            phone.awaits(STATUS, "先听一听.*");

            // Kept on the phone before it is kept by the host: a reload asks again.
            phone.context().setOffline(false);
            phone.go("/practice/" + id);
            phone.awaits(STATUS, "先听一听.*");
            phone.context().setOffline(true);
            speak(phone, "again");
            phone.page().evaluate("(audio) => document.querySelector(audio).play()", VOICE + "audio");
            phone.tap(VOICE + "[data-do=keep]");
            phone.awaits(STATUS, "已经记在这部手机里.*");

            phone.context().setOffline(false);
            phone.networkIsBack();
            phone.awaits(STATUS, "已经传好.*");
            String voice = Tokens.as(TRAINEE).get("/api/attempts/{id}", id).path("selfReview.kept.voice");
            Tokens.as(TRAINEE)
                    .get("/api/attempts/{id}/self-review/voices/{voice}", id, voice)
                    .then()
                    .statusCode(200)
                    .contentType("audio/mp4");
        }
    }

    private static void speak(Phone phone, String button) {
        phone.tap(VOICE + "[data-do=" + button + "]");
        phone.shows(VOICE + "[data-do=stop]");
        phone.page().evaluate("async () => { await window.speak([]); }");
        phone.awaits(VOICE + "[data-left]", "还能说 5[0-7] 秒");
        phone.tap(VOICE + "[data-do=stop]");
        phone.shows(VOICE + "[data-do=keep]");
    }
}
