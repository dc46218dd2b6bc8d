package org.tianbo.bench.phone;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.Results;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.program.WeakNetwork;

/** What pages take on a cheap phone in a village: 400 kbit/s, 400 ms there and back, a processor four times as slow. */
public final class WeakNetworkBench {

    private static final int KILOBITS = 400;
    private static final int ROUND_TRIP_MS = 400;
    private static final int SLOWED = 4;
    private static final double BYTES_PER_KB = 1000;
    private static final String STATIC_PAGE = "static page";
    private static final String LARGEST_PAINT =
            "() => new Promise(seen => new PerformanceObserver(list => seen(list.getEntries().at(-1).startTime))"
                    + ".observe({type: 'largest-contentful-paint', buffered: true}))";

    private final int port;
    private final Results results;

    public WeakNetworkBench(int port, Results results) {
        this.port = port;
        this.results = results;
    }

    public void run() throws IOException, InterruptedException {
        try (WeakNetwork network = new WeakNetwork(port, KILOBITS, ROUND_TRIP_MS);
                Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of(), network.site())) {
            firstVisit(phone, network);
            Page page = phone.page();
            CDPSession devTools = phone.context().newCDPSession(page);
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWED);
            devTools.send("Emulation.setCPUThrottlingRate", rate);
            double floor = paint(phone, "/offline");
            results.add("weak network, " + STATIC_PAGE, floor, "ms");

            phone.go("/learn");
            String lesson = page.locator("a[data-lesson-row]").nth(1).getAttribute("href");
            for (String path : List.of("/", lesson)) {
                String name = path.equals(lesson) ? "lesson" : "home";
                add(name + ", first", paint(phone, path), floor);
                quiet(network);
                long before = network.bytesDown();
                add(name + ", again", paint(phone, path), floor);
                quiet(network);
                results.add(
                        "weak network, " + name + ", again, down", (network.bytesDown() - before) / BYTES_PER_KB, "kB");
                phone.context().setOffline(true);
                add(name + ", without network", paint(phone, path), floor);
                phone.context().setOffline(false);
            }
            takeAll(phone, network);
        }
    }

    private void firstVisit(Phone phone, WeakNetwork network) throws InterruptedException {
        Page page = phone.page();
        // The session is the machine's, the network only the phone's: what signing in costs is not measured.
        page.navigate("http://localhost:" + port + "/learn");
        page.fill("#username", Calls.LOGIN);
        page.fill("#password", Calls.PASSWORD);
        page.click("#kc-login");
        page.locator("a[data-lesson-row]").first().waitFor();
        phone.go("/");
        quiet(network);
        results.add("weak network, first visit, down", network.bytesDown() / BYTES_PER_KB, "kB");
    }

    private void takeAll(Phone phone, WeakNetwork network) throws InterruptedException {
        phone.go("/learn/offline");
        quiet(network);
        Page page = phone.page();
        long before = network.bytesDown();
        long from = System.nanoTime();
        page.locator("[data-action=take-all]").click();
        Locator courses = page.locator("[data-course]");
        page.locator("[data-whole]:not([hidden])").nth(courses.count() - 1).waitFor();
        results.add("weak network, all lessons taken along", (System.nanoTime() - from) / 1e9, "s");
        results.add("weak network, all lessons, down", (network.bytesDown() - before) / BYTES_PER_KB, "kB");
    }

    private void add(String what, double millis, double floor) {
        results.add("weak network, " + what, millis, "ms", STATIC_PAGE, floor);
    }

    private static double paint(Phone phone, String path) {
        phone.go(path);
        return ((Number) phone.page().evaluate(LARGEST_PAINT)).doubleValue();
    }

    /** Until nothing has come for two seconds. */
    private static void quiet(WeakNetwork network) throws InterruptedException {
        for (long seen = -1; seen != network.bytesDown(); ) {
            seen = network.bytesDown();
            TimeUnit.SECONDS.sleep(2);
        }
    }
}
