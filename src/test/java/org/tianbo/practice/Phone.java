package org.tianbo.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** A villager's phone of 360×800 with touch, in front of the running application. */
public final class Phone implements AutoCloseable {

    public static final List<String> CAMERA = List.of("camera", "microphone");

    /** Begins at once; where the three seconds of the countdown were over before, it has begun. */
    private static final String CUT_THE_COUNTDOWN_SHORT =
            """
            () => {
                const shown = (name) => document.querySelector(`[data-stage=${name}]`).checkVisibility();
                if (shown('count')) {
                    document.querySelector('[data-stage=count]').click();
                }
                return shown('recording');
            }""";

    /** A call the phone made, and what became of it. */
    public record Call(String method, String path, int status) {}

    private final String site;
    private final BrowserContext context;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private Page page;

    public Phone(Browser browser, String language, List<String> permissions) {
        this(browser, language, permissions, TianboServices.SITE);
    }

    public Phone(Browser browser, String language, List<String> permissions, String site) {
        this(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 800)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale(language)
                        .setPermissions(permissions)),
                site);
    }

    public Phone(BrowserContext context, String site) {
        this.site = site;
        this.context = context;
        context.onResponse(response -> calls.add(
                new Call(response.request().method(), response.url().replaceFirst("^" + site, ""), response.status())));
        page = context.newPage();
    }

    public BrowserContext context() {
        return context;
    }

    public Page page() {
        return page;
    }

    /** Leaves the page, as a phone put into a pocket does, and takes the phone out again. */
    public void pocket() {
        page.close();
    }

    /** As the browser tells it: whoever waits to send tries again at once. */
    public void networkIsBack() {
        page.evaluate("() => window.dispatchEvent(new Event('online'))");
    }

    public void takeOut() {
        page = context.newPage();
    }

    /** Comes with a session, as a browser keeps it for 30 days. */
    public void comeAs(String login) {
        PageSession.stored(login).enter(context);
    }

    public void signIn(String login) {
        go("/practice");
        page.locator("#kc-login, #not-mine").locator("visible=true").waitFor();
        if (page.locator("#not-mine").isVisible()) {
            tap("#not-mine");
        }
        page.locator("#username").fill(login);
        page.locator("#password").fill("tianbo-demo");
        page.locator("#kc-login").click();
        page.locator("[data-practice=list]").waitFor();
    }

    /** At once, from a page that names nobody: pages of the person who leaves would go on sending meanwhile. */
    public void signOut() {
        go("/offline");
        page.evaluate("() => { const form = document.createElement('form');"
                + " Object.assign(form, { method: 'post', action: '/sign-out' });"
                + " document.body.append(form); form.submit(); }");
        page.locator("#sign-in").waitFor();
    }

    public void go(String path) {
        page.navigate(site + path);
    }

    /** Visits a page until the phone has it for when there is no network. */
    public void keep(String path) {
        go(path);
        // Active, though it need not have taken over this page yet; it has the next one.
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        go(path);
        PhoneCaches.awaitPage(page, path);
    }

    /** From the plan to the camera's page. */
    public UUID begin(String product) {
        plan(product);
        tap(".thumb button.go");
        return atTheCamera();
    }

    /** As {@link #begin}, with a video of the gallery instead of the camera. */
    public UUID beginFromTheGallery(String product) {
        plan(product);
        tap("[data-do=gallery]");
        return atTheCamera();
    }

    private void plan(String product) {
        go("/practice/new");
        page.locator("fieldset[data-until-ready]:not([disabled])").waitFor();
        page.locator("#product").fill(product);
    }

    private UUID atTheCamera() {
        page.waitForURL(Pattern.compile(".*/practice/camera#.*"));
        return UUID.fromString(page.url().replaceFirst(".*#", "").replaceFirst("/.*", ""));
    }

    /** Records until some seconds are kept, and goes on recording. */
    public void record() {
        start();
        assertThat(page.locator("[data-stored]")).hasText(Pattern.compile("00:(0[3-9]|[1-5]\\d)"));
    }

    /** Begins to record, without the seconds of the countdown. */
    public void start() {
        tap("[data-do=start]");
        page.waitForFunction(CUT_THE_COUNTDOWN_SHORT);
    }

    /** Goes on recording until so many seconds are recorded. */
    public void recordUntil(double second) {
        page.waitForFunction(
                "(wanted) => { const [m, s] = document.querySelector('[data-time]').textContent.split(':');"
                        + " return 60 * m + 1 * s >= wanted; }",
                second,
                new Page.WaitForFunctionOptions().setTimeout(Patience.MS + second * 1000));
    }

    public void end() {
        tap("[data-stage=recording] [data-do=stop]");
        tap("dialog[data-confirm=end] button[value=yes]");
        page.locator("[data-stage=upload]").waitFor();
    }

    /**
     * Takes a video that is there already instead of recording one, which takes its seconds and a camera: for tests of
     * what comes after.
     */
    public void pick(Path video) {
        shows("[data-stage=gallery]");
        at("[data-file]").setInputFiles(video);
        tap("dialog[data-confirm=file] button[value=yes]");
        page.locator("[data-stage=upload]").waitFor();
    }

    public void handIn() {
        tap("[data-stage=upload] [data-do=hand-in]");
    }

    public void tap(String selector) {
        tap(page, selector);
    }

    public static void tap(Page page, String selector) {
        page.locator(selector).locator("visible=true").first().tap();
    }

    /** Flips the switch and waits until the phone has stored it: what a test does next may leave the page at once. */
    public void switchWifiOnly(boolean on) {
        tap("[data-wifi-only]");
        Eventually.value(() -> StoredOnPhone.wifiOnly(page), stored -> stored == on);
    }

    public void says(String sentence) {
        says(page, sentence);
    }

    /** The sentence stands on the screen, sooner or later. */
    public static void says(Page page, String sentence) {
        assertThat(page.getByText(sentence).locator("visible=true").first()).isVisible();
    }

    public void shows(String selector) {
        assertThat(page.locator(selector).locator("visible=true").first()).isVisible();
    }

    public Locator at(String selector) {
        return page.locator(selector);
    }

    /** All of this person's work on this phone was counted, and nothing of it waits or was refused. */
    public void nothingWaits() {
        assertThat(page.locator("[data-pill]")).hasAttribute("data-state", Pattern.compile("empty|saved"));
    }

    public void awaits(String selector, String pattern) {
        assertThat(page.locator(selector)).hasText(Pattern.compile(pattern));
    }

    /** What the phone holds of an attempt: `take/seq-sha256` of each chunk, in order. */
    public List<String> pieces(UUID attempt) {
        return StoredOnPhone.chunks(page, attempt);
    }

    /** How long the recorder ran for an attempt. */
    public double seconds(UUID attempt) {
        return StoredOnPhone.milliseconds(page, attempt) / 1000;
    }

    /** Where the chunks of an attempt's first take end, in milliseconds of its recorded time. */
    public List<Double> chunkEnds(UUID attempt) {
        return StoredOnPhone.ends(page, attempt);
    }

    /** What a clock on the page shows, in seconds. */
    public double clock(String selector) {
        return seconds(page.locator(selector).textContent());
    }

    /** @param said such as 看 01:07 */
    public static double seconds(String said) {
        String[] parts = said.replaceAll("[^0-9:]", "").split(":");
        return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    /** How many bytes the phone holds of an attempt. */
    public long bytes(UUID attempt) {
        return StoredOnPhone.bytes(page, attempt);
    }

    /** What the page has fetched for itself. */
    public List<String> loaded() {
        return strings(page.evaluate("() => performance.getEntriesByType('resource').map((one) => one.name)"));
    }

    /** How the calls to paths that match ended, in their order. */
    public List<Integer> statuses(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().matches(path))
                .map(Call::status)
                .toList();
    }

    @Override
    public void close() {
        Chromium.close(context);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
