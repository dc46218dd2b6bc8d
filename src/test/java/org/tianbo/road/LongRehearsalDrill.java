package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.practice.SpokenMicrophone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.SignInPage;
import org.tianbo.testsupport.program.PackagedApplication;

/**
 * A rehearsal before scripted viewers, spoken, watched by a mentor, through two outages of the network and a kill -9 of
 * the server; and the same without any network. The server that is killed is the packaged application, beside the one
 * under test and on the same data. It takes minutes and is no part of the build:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=LongRehearsalDrill</pre>
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = LongRehearsalDrill.TRAINEE, mentor = LongRehearsalDrill.MENTOR)
class LongRehearsalDrill {

    static final String TRAINEE = "long-rehearsal";
    static final String MENTOR = "mentor1";

    private static final int SECONDS = 90;
    private static final int PORT = FreePort.find();
    private static final int MANAGEMENT_PORT = FreePort.find();
    private static final String SITE = "http://localhost:" + PORT;

    /** Those of the night, which the application under test does not know, as its tests ask for none. */
    private static final List<String> ROUNDS = List.of(
            "session.sweep",
            "quota.usage-check",
            "cohort.enrolments-check",
            "cohort.activity-check",
            "learning.progress-check",
            "mentoring.overdue-rounds",
            "practice.unfinished-sweep",
            "practice.phone-lost-sweep",
            "practice.live.talk-sweep");

    private static final String WHISPER = "说慢一点";

    @Test
    void throughOutagesAndADeadServerItIsOneRecordingWithAllThatBelongsToIt() throws Exception {
        PackagedApplication server = start("first");
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA, SITE);
                BrowserContext desk = Chromium.plain().newContext()) {
            phone.context().addInitScript(SpokenMicrophone.SCRIPT);
            phone.signIn(TRAINEE);
            UUID attempt = begin(phone);
            String link = invite(phone, attempt);
            phone.start();
            SpokenMicrophone.Spoken spoken = SpokenMicrophone.speak(phone, 3, SECONDS);
            watchAndWhisper(desk, link);
            phone.says(WHISPER);

            phone.recordUntil(SECONDS * 0.4);
            cut(phone, SECONDS * 0.5);
            server.kill();
            phone.recordUntil(SECONDS * 0.6);
            server = start("second");
            cut(phone, SECONDS * 0.8);
            phone.recordUntil(SECONDS);
            phone.end();

            assertThat(SpokenMicrophone.silentFrom(phone)).isCloseTo(spoken.silenceBegins(), within(1.5));
            double recorded = phone.seconds(attempt);
            phone.handIn();
            phone.networkIsBack();
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
            isWhole(attempt, phone.pieces(attempt), recorded);
            takenBackReviewedAndHandedInAgain(phone, attempt);
            theMentorPlaysAndReads(desk, attempt);
        } finally {
            server.close();
        }
    }

    @Test
    void withoutAnyNetworkItIsTheSameHandedInLater() {
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().addInitScript(SpokenMicrophone.SCRIPT);
            phone.comeAs(TRAINEE);
            phone.keep("/practice/camera");
            phone.keep("/practice/new");
            phone.context().setOffline(true);
            phone.page().reload();
            UUID attempt = plan(phone);
            phone.start();
            SpokenMicrophone.Spoken spoken = SpokenMicrophone.speak(phone, 1, SECONDS);
            phone.recordUntil(SECONDS);
            phone.end();
            assertThat(SpokenMicrophone.silentFrom(phone)).isCloseTo(spoken.silenceBegins(), within(1.5));
            double recorded = phone.seconds(attempt);
            phone.handIn();

            phone.context().setOffline(false);
            phone.networkIsBack();
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
            isWhole(attempt, phone.pieces(attempt), recorded);
            takenBackReviewedAndHandedInAgain(phone, attempt);
        }
    }

    private static UUID begin(Phone phone) {
        phone.go("/practice/new");
        return plan(phone);
    }

    /** Ninety seconds with viewers who ask. */
    private static UUID plan(Phone phone) {
        phone.shows("[data-until-ready]:not([disabled])");
        phone.tap("label:has(input[value=pitch])");
        phone.at("#product").fill("苹果");
        phone.at("#product").blur();
        phone.tap(".thumb button.go");
        phone.page().waitForURL(url -> url.contains("/practice/camera#"));
        phone.shows("[data-do=start]");
        return UUID.fromString(phone.page().url().replaceFirst(".*#", ""));
    }

    /** From the camera's page and back to it. @return path of the link */
    private static String invite(Phone phone, UUID attempt) {
        phone.tap("[data-do=invite]");
        phone.page().locator("[name=audience][value=mentor]").check();
        phone.tap("main form button.go");
        phone.shows("[data-link]");
        String link = phone.at("[data-link]").textContent().replaceFirst(".*(?=/live/)", "");
        phone.tap("a[href='/practice/camera#%s']".formatted(attempt));
        phone.shows("[data-do=start]");
        return link;
    }

    private static void watchAndWhisper(BrowserContext desk, String link) {
        Page page = desk.newPage();
        page.navigate(SITE + "/mentoring");
        SignInPage.signIn(page, MENTOR);
        page.navigate(SITE + link);
        page.waitForFunction("() => document.querySelector('[data-video]').currentTime > 1");
        page.locator("[data-send='/whispers'] input").fill(WHISPER);
        page.locator("[data-send='/whispers'] button").click();
    }

    /** The phone has no network until so many seconds are recorded. */
    private static void cut(Phone phone, double until) {
        phone.context().setOffline(true);
        phone.recordUntil(until);
        phone.context().setOffline(false);
        phone.networkIsBack();
    }

    /** On the server is what the phone has, chunk by chunk, and of all of it there is one recording. */
    private static void isWhole(UUID attempt, List<String> onThePhone, double seconds) {
        List<Map<String, Object>> takes = Tokens.as(TRAINEE)
                .get("/api/attempts/{id}/takes", attempt)
                .jsonPath()
                .getList("$");
        assertThat(takes).hasSize(1);
        assertThat(takes.get(0).get("chunks")).isEqualTo(List.of(List.of(0, onThePhone.size() - 1)));
        JsonPath told = Tokens.as(TRAINEE).get("/api/attempts/{id}", attempt).jsonPath();
        assertThat(told.getDouble("durationMs") / 1000).isCloseTo(seconds, within(1.5));
        assertThat(told.getString("links.video")).isNotBlank();
        assertThat(told.getList("gaps"))
                .as("one take without an outage of the recorder")
                .isEmpty();
        assertThat(told.getList("marks.findAll { it.kind == 'step' }")).isNotEmpty();
        assertThat(told.getList("audience"))
                .as("what its scripted viewers asked")
                .isNotEmpty();
        assertThat(told.getList("plannedVsActual.findAll { it.tookMs > 0 }")).isNotEmpty();
        JsonPath measured = Eventually.value(
                () -> Tokens.as(TRAINEE).get("/api/attempts/{id}", attempt).jsonPath(),
                one -> one.get("readings.meanVolumeDb") != null);
        assertThat(measured.getLong("readings.longestSilenceMs")).isPositive();
    }

    private static void takenBackReviewedAndHandedInAgain(Phone phone, UUID attempt) {
        phone.go("/practice/" + attempt);
        phone.tap("[data-do=take-back]");
        phone.tap("dialog[data-confirm=take-back] button[value=yes]");
        phone.shows(".thumb [data-do=submit]");
        phone.at("[data-part=kept] textarea").fill("先报了价钱");
        phone.at("[data-part=change] textarea").fill("看着镜头说");
        phone.awaits("[data-self-review-status]", "已经传好.*");
        phone.tap(".thumb [data-do=submit]");
        phone.says("已交给老师");
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}", attempt)
                .then()
                .body("state", equalTo("submitted"))
                .body("selfReview.kept.words", equalTo("先报了价钱"));
        Pictures.take(phone.page(), "long-rehearsal-handed-in");
        assertThat(Tokens.page(MENTOR, "/mentoring/attempts/" + attempt)).contains("先报了价钱", "观众问了什么");
    }

    private static void theMentorPlaysAndReads(BrowserContext desk, UUID attempt) {
        Page page = desk.newPage();
        page.navigate(SITE + "/mentoring/attempts/" + attempt);
        page.getByText("观众问了什么").first().waitFor();
        page.evaluate("() => { const video = document.querySelector('video'); video.muted = true; video.play(); }");
        page.waitForFunction("() => document.querySelector('video').currentTime > 2");
        Pictures.take(page, "long-rehearsal-at-the-mentor");
    }

    private static PackagedApplication start(String name) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(TianboServices.settings());
        settings.putAll(PackagedApplication.quietDemo(PORT));
        ROUNDS.forEach(round -> settings.put("tianbo." + round, "-"));
        Path log = Files.createDirectories(Path.of("target", "long-rehearsal")).resolve(name + ".log");
        return PackagedApplication.start(
                Path.of("target/quarkus-app/quarkus-run.jar"),
                PackagedApplication.QUICK_TO_START,
                settings,
                PORT,
                MANAGEMENT_PORT,
                log);
    }
}
