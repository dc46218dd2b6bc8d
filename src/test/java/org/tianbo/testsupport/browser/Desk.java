package org.tianbo.testsupport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.http.PageSession;

/**
 * The browser on somebody's desk, 1280×800 and in Chinese. Things are found as people find them: by what stands on
 * them. Whatever leads to another page returns once that page is there.
 */
public final class Desk implements AutoCloseable {

    private final BrowserContext browser;
    private final Page page;

    /** Pages that were opened here: a form may lead back to the address it stands at. */
    private final AtomicInteger opened = new AtomicInteger();

    private Desk() {
        browser = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(1280, 800));
        page = browser.newPage();
        page.onDOMContentLoaded(now -> opened.incrementAndGet());
    }

    /** Of somebody whose password is that of the demo. */
    public static Desk of(String login) {
        Desk desk = new Desk();
        PageSession.of(login).enter(desk.browser);
        return desk;
    }

    /** Of somebody who signs in for the first time, and chooses another password on the way, as they must. */
    public static Desk first(String login, String password, String chosen) {
        Desk desk = new Desk();
        desk.open("/today");
        desk.page.locator("#username").fill(login);
        desk.page.locator("#password").fill(password);
        desk.leads(desk.page.locator("#kc-login"));
        desk.page.locator("#password-new").fill(chosen);
        desk.page.locator("#password-confirm").fill(chosen);
        desk.page.locator("form.sign-in button.go").first().click();
        assertThat(desk.page.locator("nav[aria-label]").first()).isVisible();
        return desk;
    }

    public Desk open(String path) {
        page.navigate(path);
        return this;
    }

    /** Presses a button that leads to a page. */
    public Desk press(String name) {
        return leads(button(name));
    }

    /** Follows a link. */
    public Desk follow(String name) {
        return leads(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first());
    }

    public Desk leads(Locator where) {
        int before = opened.get();
        where.click();
        page.waitForCondition(() -> opened.get() > before);
        return this;
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    public Desk fill(String label, String value) {
        labelled(label).fill(value);
        return this;
    }

    public Desk choose(String label, String option) {
        labelled(label).selectOption(option);
        return this;
    }

    public Desk tick(String label) {
        labelled(label).check();
        return this;
    }

    public Desk upload(String label, String name, byte[] file) {
        labelled(label).setInputFiles(new FilePayload(name, "application/octet-stream", file));
        return this;
    }

    private Locator labelled(String label) {
        return page.getByLabel(label).first();
    }

    /** What the page says, now or in a while. */
    public Desk says(String... words) {
        for (String one : words) {
            assertThat(page.locator("main")).containsText(one);
        }
        return this;
    }

    /** What the page says by now. */
    public String text() {
        return page.locator("main").innerText();
    }

    /** The addresses of the links that a selector finds, each once. */
    public List<String> addresses(String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    /** The id of 36 letters in the address of the page. */
    public String idInAddress() {
        return Pattern.compile("[0-9a-f-]{36}")
                .matcher(page.url())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No id in " + page.url()))
                .group();
    }

    /** The file that a button brings. */
    public byte[] download(String button) {
        Download download = page.waitForDownload(() -> button(button).click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file behind a link, which a browser would show in a window of its own. */
    public byte[] file(String link) {
        String address = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .getAttribute("href");
        return browser.request().get(address).body();
    }

    /** Scripts of the pages opened from now on are told this time. */
    public void moveTo(Instant now) {
        browser.clock().setFixedTime(Date.from(now));
    }

    public Page page() {
        return page;
    }

    /** {@link Pictures} of pages at a laptop's and a phone's width; no page is opened where nobody wants them. */
    public void shots(String... paths) {
        if (!Pictures.wanted()) {
            return;
        }
        for (int width : List.of(1280, 360)) {
            page.setViewportSize(width, 800);
            for (String path : paths) {
                open(path);
                Pictures.take(page, path.substring(1) + "-" + width);
            }
        }
        page.setViewportSize(1280, 800);
    }

    @Override
    public void close() {
        browser.close();
    }
}
