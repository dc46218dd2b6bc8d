package org.tianbo.platform.web.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.browser.Chromium;

/**
 * The outbox in a real browser against a county that answers as each test wants; no server is started. What is sent
 * when and by whom, what is put aside and what the pill says of it, {@code outbox.test.js} and
 * {@code sync-status.test.js} prove without a browser.
 */
class OutboxBrowserIT {

    private static final String SITE = "http://localhost/";
    private static final String PERSON = "chunmei";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> kept = new ArrayList<>();
    private BrowserContext phone;
    private boolean connected = true;

    @BeforeEach
    void aPhone() {
        phone = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 800)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        phone.route(SITE + "**", this::answer);
    }

    @AfterEach
    void switchOff() {
        Chromium.close(phone);
    }

    @Test
    void whatWasDoneWithoutNetworkIsSentWhenItReturns() {
        Page page = openPage();
        connected = false;
        record(page, "lesson-1");
        record(page, "lesson-2");
        assertThat(pill(page)).hasText("2 wait");
        assertThat(pill(page)).hasClass(Pattern.compile("\\bwait\\b"));

        comeBack(page);

        nothingWaits(page);
        assertThat(lessonsKept()).containsExactly("lesson-1", "lesson-2");
    }

    @Test
    void aBrowserThatKeepsNothingSaysSo() {
        phone.addInitScript("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('forbidden'); } })");
        Page page = phone.newPage();
        page.navigate(SITE);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("keeps nothing");
    }

    @Test
    void aBrowserThatForbidsSettingsSaysSoAndGoesOn() {
        phone.addInitScript(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })");
        Page page = openPage();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("keeps nothing");
        nothingWaits(page);
    }

    @Test
    void aBrowserThatKeepsNoPagesSaysSo() {
        phone.addInitScript("delete Navigator.prototype.serviceWorker");
        assertThat(openPage().getByRole(AriaRole.STATUS)).hasText("no pages");
    }

    /** As where nothing may be stored. */
    @Test
    void aBrowserThatRefusesServiceWorkersSaysSo() {
        phone.addInitScript(
                """
                Object.defineProperty(navigator.serviceWorker, 'register', {
                    value: async () => { throw new DOMException('refused', 'SecurityError'); },
                });""");
        assertThat(openPage().getByRole(AriaRole.STATUS)).hasText("no pages");
    }

    @Test
    void aRecordSurvivesTheEndOfItsPage() {
        connected = false;
        Page page = openPage();
        record(page, "lesson-1");
        page.close();

        connected = true;
        Page next = openPage();

        nothingWaits(next);
        assertThat(lessonsKept()).containsExactly("lesson-1");
        JsonNode record = kept.get(0);
        assertThat(record.get("id").textValue())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(record.fieldNames()).toIterable().containsExactly("id", "type", "at", "data");
    }

    private Page openPage() {
        Page page = phone.newPage();
        page.navigate(SITE);
        assertThat(pill(page)).hasAttribute("data-state", Pattern.compile("."));
        return page;
    }

    private void comeBack(Page page) {
        connected = true;
        page.evaluate("dispatchEvent(new Event('online'))");
    }

    private static void nothingWaits(Page page) {
        assertThat(pill(page)).hasAttribute("data-state", Pattern.compile("empty|saved"));
    }

    private static Locator pill(Page page) {
        return page.locator("[data-pill]");
    }

    private static void record(Page page, String lesson) {
        page.evaluate(
                "async (lesson) => (await import(document.querySelector('script').src)).record('lesson.completed', "
                        + "{ lesson })",
                lesson);
    }

    private List<String> lessonsKept() {
        return kept.stream()
                .map(record -> record.at("/data/lesson").textValue())
                .toList();
    }

    private void answer(Route route) {
        String path = route.request().url().substring(SITE.length() - 1);
        switch (path) {
            case "/" ->
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(page()));
            case "/api/sync" -> sync(route);
            case "/api/me" -> me(route);
            default -> {
                Asset asset = Asset.at(path);
                route.fulfill(new Route.FulfillOptions()
                        .setContentType(asset.type())
                        .setBodyBytes(asset.forms().get(Encoding.IDENTITY).getBytes()));
            }
        }
    }

    private String page() {
        return """
                <!doctype html><html lang="zh-CN" data-person="%s"><title>.</title>
                <div data-pill="safe" data-waiting="# wait" data-refused="# refused" data-clock="# wrong clock" \
                hidden></div>
                <p role="status" data-no-storage="keeps nothing" data-no-offline="no pages" hidden></p>
                <span data-greeting></span><span data-name></span>
                <p data-lessons-left="" data-count="" data-done="0"></p>
                <script type="module" src="%s"></script><script type="module" src="%s"></script></html>
                """
                .formatted(
                        PERSON,
                        AssetIndex.built().url("app.js"),
                        AssetIndex.built().url("home.js"));
    }

    private void me(Route route) {
        if (connected) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(JSON.createObjectNode().put("id", PERSON).toString()));
        } else {
            route.abort("internetdisconnected");
        }
    }

    private void sync(Route route) {
        if (!connected) {
            route.abort("internetdisconnected");
            return;
        }
        JsonNode records = parsed(route.request().postData()).get("records");
        ArrayNode results = JSON.createArrayNode();
        records.forEach(record -> {
            kept.add(record);
            results.add(JSON.createObjectNode()
                    .put("id", record.get("id").textValue())
                    .put("status", "accepted"));
        });
        String body = JSON.createObjectNode().set("results", results).toString();
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
