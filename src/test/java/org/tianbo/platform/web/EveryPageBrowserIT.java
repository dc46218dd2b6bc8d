package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Lives;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Axe;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.SmallLetters;
import org.tianbo.testsupport.http.PageSession;

/**
 * Every page, on a light phone in Chinese and on a dark laptop in English, held to WCAG 2.2 AA as far as axe-core can
 * tell; and no page is wider than the narrowest phone in either language. A trainee's page has no letters under 18 px
 * and nothing to press that a thumb misses, and bears the larger letters of its settings and the largest, a browser
 * whose own letters are set twice as large, and a zoom of 200%. A new page is one more line of the table.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EveryPageBrowserIT {

    private static final String ORIGIN = TianboServices.SITE;
    private static final int NARROWEST = 320;
    /** As the settings call them, but for the usual size; English is looked at in the largest alone. */
    private static final Map<String, List<String>> TEXT_SIZES =
            Map.of("zh-CN", List.of("m", "l", "xl"), "en", List.of("xl"));

    /** What a phone 360 wide has left of it at 200%. */
    private static final int ZOOMED = 180;
    /** What a browser calls its default font size, in px, and the largest that its settings offer. */
    private static final int USUAL_LETTERS = 16;

    private static final int LARGE_LETTERS = 32;

    /** Their tables become cards on a phone. */
    private static final Pattern STACKED =
            Pattern.compile("/dashboards|/stores/hosts|/stores$|/cohorts$|/cohorts/\\{class}(/cards)?$");

    private static final String PUSHED =
            "[...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth).length";

    private static final String LAYOUT_FAULTS = resource("/layout-faults.js");
    private static final String TRAINEE = "seen-by-axe";
    private static final String MENTOR = "grades-for-axe";

    private static final Map<String, Page> SIGNED_IN = new HashMap<>();
    private static final Map<String, String> PLACES = new HashMap<>();

    @Inject
    Newcomers newcomers;

    @Inject
    People people;

    @Inject
    CurrentCounty county;

    @AfterAll
    static void closeTheBrowser() {
        SIGNED_IN.values().forEach(page -> page.context().close());
        SIGNED_IN.clear();
        PLACES.clear();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/every-page.csv", delimiter = '|')
    void everybodyCanReadAndUseIt(String who, String path) {
        String place = place(path);
        look(who, path, place, "zh-CN", ColorScheme.LIGHT, 360, 800);
        look(who, path, place, "en", ColorScheme.DARK, 1280, 800);
    }

    @Test
    void aPageWithAFaultIsFound() {
        Page page = as("nobody", "en");
        page.navigate("/offline");
        page.evaluate("document.querySelector('main').append(new Image())");
        assertThat(Axe.findings(page))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("image-alt ")
                .contains("<img>");
    }

    @Test
    void aPaleTextIsFoundAmongReadableOnes() {
        Page page = as("nobody", "en");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate("/offline");
        assertThat(Axe.findings(page)).isEmpty();
        page.evaluate("document.querySelector('main p:not([hidden])').style.color = '#ccc'");
        assertThat(Axe.findings(page))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("color-contrast ");
    }

    /** Chinese as a phone shows it and English as a laptop does: each other pairing would find the same again. */
    private void look(
            String who, String path, String place, String language, ColorScheme scheme, int width, int height) {
        Page page = as(who, language);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        open(page, place);
        Pictures.take(page, path + "-" + who + "-" + width + "-" + language);
        assertThat(Axe.findings(page))
                .as("%s at %d in %s", path, width, language)
                .isEmpty();
        page.setViewportSize(NARROWEST, 640);
        assertThat(((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue())
                .as("width of %s in %s", path, language)
                .isLessThanOrEqualTo(NARROWEST);
        if (STACKED.matcher(path).lookingAt()) {
            assertThat(page.evaluate(PUSHED))
                    .as("tables of %s that are pushed sideways in %s", path, language)
                    .isEqualTo(0);
        }
        if (who.equals(TRAINEE) && page.locator("main.phone").count() > 0
                || page.locator("form#sign-in").count() > 0) {
            page.setViewportSize(360, 800);
            assertThat(SmallLetters.on(page))
                    .as("letters on %s in %s", path, language)
                    .isEmpty();
            for (String size : TEXT_SIZES.get(language)) {
                assertThat(layoutFaults(page, NARROWEST, size))
                        .as("letters of size %s on %s in %s", size, path, language)
                        .isEmpty();
            }
            assertThat(layoutFaults(page, ZOOMED, ""))
                    .as("%s in %s at 200%%", path, language)
                    .isEmpty();
            page.setViewportSize(NARROWEST, 640);
            assertThat(faultsWithLetters(page, LARGE_LETTERS))
                    .as("%s in %s, letters of %d px", path, language, LARGE_LETTERS)
                    .isEmpty();
        }
    }

    private static List<?> layoutFaults(Page page, int width, String text) {
        page.setViewportSize(width, 640);
        page.evaluate(
                "size => size ? document.documentElement.dataset.text = size"
                        + " : delete document.documentElement.dataset.text",
                text);
        return (List<?>) page.evaluate(LAYOUT_FAULTS);
    }

    /** With the letters of the browser's own settings; Playwright has no word for them. */
    private static List<?> faultsWithLetters(Page page, int px) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("Page.setFontSizes", fontSizes(px));
        assertThat((Boolean) page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize) > 20"))
                .isTrue();
        List<?> faults = layoutFaults(page, NARROWEST, "");
        browser.send("Page.setFontSizes", fontSizes(USUAL_LETTERS));
        browser.detach();
        return faults;
    }

    private static JsonObject fontSizes(int px) {
        JsonObject sizes = new JsonObject();
        sizes.addProperty("standard", px);
        JsonObject parameters = new JsonObject();
        parameters.add("fontSizes", sizes);
        return parameters;
    }

    private static String resource(String name) {
        try (InputStream in = EveryPageBrowserIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void open(Page page, String place) {
        if (place.equals("/sign-in-refused")) {
            page.navigate("/");
            page.locator("#username").fill("nobody-of-that-name");
            page.locator("#password").fill("000000");
            page.locator("#kc-login").click();
            page.locator("#sign-in-fault").waitFor();
        } else {
            page.navigate(place);
        }
    }

    private Page as(String who, String language) {
        Page page = SIGNED_IN.computeIfAbsent(who, this::signedIn);
        page.context().addCookies(List.of(new Cookie("lang", language).setUrl(ORIGIN)));
        return page;
    }

    private Page signedIn(String who) {
        BrowserContext context = Axe.in(Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(ORIGIN)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)));
        Page page = context.newPage();
        if (!who.equals("nobody")) {
            people();
            PageSession.of(who).enter(context);
        }
        return page;
    }

    private String place(String path) {
        if (path.contains("{")) {
            people();
        }
        String place = path;
        for (Map.Entry<String, String> known : PLACES.entrySet()) {
            place = place.replace("{" + known.getKey() + "}", known.getValue());
        }
        return place;
    }

    /**
     * A class with its roster; a trainee of it with three attempts, of which one waits, one is begun and one is
     * published, and a fourth that is planned, to be watched live.
     */
    private void people() {
        if (!PLACES.isEmpty()) {
            return;
        }
        UUID trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        UUID mentor = newcomers.join(MENTOR, Roles.MENTOR);
        county.run("fengcheng", () -> people.assign(mentor, trainee));
        String cohort = Tokens.as("officer1").get("/api/cohorts").path("find { it.name.contains('演示') }.id");
        PLACES.put("class", cohort);
        PLACES.put(
                "trainee",
                Tokens.as("officer1").get("/api/cohorts/{id}/trainees", cohort).path("[0].id"));
        UUID reviewed = Attempts.submitted(TRAINEE, "点评过的米酒");
        PLACES.put("reviewed", reviewed.toString());
        PLACES.put("published", Reviews.published(MENTOR, reviewed));
        UUID writing = Attempts.submitted(TRAINEE, "正在点评的米酒");
        PLACES.put("writing", Reviews.claimed(MENTOR, writing));
        UUID waiting = Attempts.submitted(TRAINEE, "等点评的米酒");
        PLACES.put("latest", waiting.toString());
        PLACES.put("waiting", Reviews.ofAttempt(MENTOR, waiting));
        PLACES.putAll(Lives.waiting(TRAINEE));
    }
}
