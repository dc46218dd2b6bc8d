package org.tianbo.learning.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** A lesson's film: made by the build, played in pieces, and played again where there is no network. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(FilmBrowserIT.TRAINEE)
class FilmBrowserIT {

    static final String TRAINEE = "film-phone";
    private static final String LESSON = "/learn/short-videos/three-shots";
    private static final String OTHER = "/learn/short-videos/clips-are-adverts";
    private static final int SECONDS = 20;

    private BrowserContext phone;

    @AfterEach
    void putItAway() {
        if (phone != null) {
            Chromium.close(phone);
        }
    }

    @Test
    void aFilmBegunOncePlaysWithoutNetwork() {
        Page page = openedByTheTrainee(LESSON);
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        play(page);
        assertThat(((Number) page.evaluate("() => document.querySelector('.film video').duration")).doubleValue())
                .isBetween(SECONDS - 0.5, SECONDS + 0.5);
        page.waitForFunction("() => document.querySelector('.film track').track.cues?.length === 4");
        PhoneCaches.awaitCount(page, "films", 4);

        phone.setOffline(true);
        page.reload();
        play(page);
        page.evaluate("() => { document.querySelector('.film video').currentTime = 17 }");
        page.waitForFunction("() => document.querySelector('.film video').currentTime > 17.3");
        assertThat(page.locator(".film [data-no-network]")).isHidden();
    }

    @Test
    void aFilmThatCannotBeShownSaysWhy() {
        Page page = openedByTheTrainee(LESSON);
        phone.route(url -> url.endsWith(".mp4"), route -> route.abort());
        page.evaluate("() => { document.querySelector('.film video').play().catch(() => {}) }");
        assertThat(page.locator(".film [data-no-network]")).isVisible();
    }

    @Test
    void piecesAndCaptionsAreServedForEver() {
        String page = Tokens.as(TRAINEE).get(LESSON).asString();
        String film = page.replaceAll("(?s).*<video[^>]* src=\"([^\"]+)\".*", "$1");
        byte[] whole = RestAssured.given()
                .get(film)
                .then()
                .statusCode(200)
                .contentType("video/mp4")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .extract()
                .asByteArray();
        byte[] piece = RestAssured.given()
                .header("Range", "bytes=100-299")
                .get(film)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-299/" + whole.length)
                .extract()
                .asByteArray();
        assertThat(piece).isEqualTo(Arrays.copyOfRange(whole, 100, 300));
        for (String captions : new String[] {"zh|手机竖着站稳", "en|The phone stands upright"}) {
            String[] expected = captions.split("\\|");
            assertThat(RestAssured.given()
                            .get(film.replace(".mp4", "." + expected[0] + ".vtt"))
                            .then()
                            .statusCode(200)
                            .contentType("text/vtt; charset=utf-8")
                            .extract()
                            .asString())
                    .startsWith("WEBVTT")
                    .contains("00:15.000 --> 00:20.000\n" + expected[1]);
        }
        assertThat(Tokens.as(TRAINEE).get(OTHER).asString()).doesNotContain("<video");
    }

    private Page openedByTheTrainee(String lesson) {
        phone = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setViewportSize(360, 800)
                        .setIsMobile(true)
                        .setHasTouch(true));
        Page page = phone.newPage();
        PageSession.of(TRAINEE).enter(phone);
        page.navigate(lesson);
        return page;
    }

    private static void play(Page page) {
        page.evaluate("() => document.querySelector('.film video').play()");
        page.waitForFunction("() => document.querySelector('.film video').currentTime > 0.3");
    }
}
