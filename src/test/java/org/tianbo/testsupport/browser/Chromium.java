package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tianbo.testsupport.Patience;

/**
 * The browsers of the browser tests. One of each kind serves the whole run and ends with it; a test closes the contexts
 * it opened. It is the system's Chromium, best the one without a window, which opens a page in a third of the processor
 * time; where there is none, Playwright fetches its own. Without any the test fails and says what to do; it is never
 * skipped.
 */
public final class Chromium {

    private static final List<String> SYSTEM = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // There is one site only; a process for every tab costs as much as the page in it.
            "--disable-site-isolation-trials",
            "--renderer-process-limit=1");

    /** Fewer pictures a second than a phone takes, for they are encoded without a graphics card. */
    private static final String TEST_PICTURE = "--use-fake-device-for-media-stream=fps=10";

    private static final List<String> FAKE_CAMERA = List.of(TEST_PICTURE, "--use-fake-ui-for-media-stream");

    private static final String CONFIRM_FIRST =
            """
            if (navigator.mediaDevices) {
              const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = async (wanted) => {
                const { state } = await navigator.permissions.query({ name: 'camera' });
                if (state !== 'granted') {
                  throw new DOMException('Permission denied', 'NotAllowedError');
                }
                return open(wanted);
              };
            }
            """;

    private static final Map<List<String>, Browser> OPEN = new HashMap<>();
    private static Playwright playwright;

    private Chromium() {}

    /** Chromium whose camera shows a test picture and whose microphone beeps. */
    public static Browser withCamera() {
        return opened(FAKE_CAMERA);
    }

    /**
     * Has the camera of each page that opens here follow the page's permissions, as a Chromium with a window
     * does; the one without opens it to all.
     */
    public static BrowserContext asking(BrowserContext context) {
        context.addInitScript(CONFIRM_FIRST);
        return context;
    }

    /** Chromium as it is, without a camera's consent. */
    public static Browser plain() {
        return opened(List.of());
    }

    /**
     * A phone's Chromium with a camera, which keeps all it has in that folder: closed and opened again there, it goes
     * on with it. Whoever opens it closes it.
     */
    public static BrowserContext keepingIn(Path folder, String language, List<String> permissions) {
        List<String> arguments = new ArrayList<>(QUIET);
        arguments.addAll(FAKE_CAMERA);
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setArgs(arguments)
                .setHeadless(true)
                .setViewportSize(360, 800)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale(language)
                .setPermissions(permissions);
        executable().ifPresent(options::setExecutablePath);
        BrowserContext context = running().chromium().launchPersistentContext(folder, options);
        context.setDefaultTimeout(Patience.MS);
        return context;
    }

    /**
     * Closes a context of a test that answered requests itself: first it stops to, for an answer that meets a closing
     * browser is a fault.
     */
    public static void close(BrowserContext context) {
        context.pages().forEach(Page::unrouteAll);
        context.unrouteAll();
        context.close();
    }

    /** Closes them all; only a program of its own needs to, so that it can end. */
    public static synchronized void quit() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            OPEN.clear();
        }
    }

    private static synchronized Browser opened(List<String> more) {
        running();
        return OPEN.computeIfAbsent(more, Chromium::launch);
    }

    private static synchronized Playwright running() {
        if (playwright == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(Patience.MS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        return playwright;
    }

    private static Browser launch(List<String> more) {
        List<String> arguments = new ArrayList<>(QUIET);
        arguments.addAll(more);
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(arguments).setHeadless(true);
        executable().ifPresent(options::setExecutablePath);
        Browser browser = playwright.chromium().launch(options);
        browser.onContext(context -> context.setDefaultTimeout(Patience.MS));
        return browser;
    }

    /** The build installs it on Debian; elsewhere Playwright may bring its own. */
    private static Optional<Path> executable() {
        Optional<Path> there = installed();
        if (there.isEmpty() && !downloadedByPlaywright()) {
            throw new IllegalStateException("The browser tests need Chromium. Install it (Debian: apt-get install"
                    + " chromium-headless-shell fonts-noto-cjk) or set tianbo.test.chromium to its path, "
                    + "then run `mvn verify` again.");
        }
        return there;
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getProperty("tianbo.test.chromium")), SYSTEM.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean downloadedByPlaywright() {
        return run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.microsoft.playwright.CLI",
                        "install",
                        "chromium")
                == 0;
    }

    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor(10, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (IOException failed) {
            throw new IllegalStateException("Could not run " + String.join(" ", command), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
