package org.tianbo.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tianbo.bench.live.LiveBench;
import org.tianbo.bench.measure.Applications;
import org.tianbo.bench.measure.Calls;
import org.tianbo.bench.measure.ProductionSettings;
import org.tianbo.bench.measure.Results;
import org.tianbo.bench.measure.Rung;
import org.tianbo.bench.measure.Rung.Pace;
import org.tianbo.bench.people.DashboardBench;
import org.tianbo.bench.people.LargeClass;
import org.tianbo.bench.people.LedgerBench;
import org.tianbo.bench.people.LongRoster;
import org.tianbo.bench.people.PeopleBench;
import org.tianbo.bench.phone.ColdPage;
import org.tianbo.bench.phone.PhoneBench;
import org.tianbo.bench.phone.RecordingBench;
import org.tianbo.bench.phone.SendingBench;
import org.tianbo.bench.phone.WeakNetworkBench;
import org.tianbo.platform.embedded.EmbeddedServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.database.EmptyDatabase;
import org.tianbo.testsupport.program.Java;
import org.tianbo.testsupport.program.PackagedApplication;

/** Measures the packaged application; see the package's description. */
public final class Bench {

    private static final int PORT = Applications.PORT;
    private static final String SITE = Applications.SITE;
    private static final String BARE = "bare page, one query";
    private static final String OFFLINE = "/offline";

    /** Windows a rung may need to settle. The first meets a machine that has compiled nothing yet. */
    private static final int MOST_WINDOWS = 5;

    private static final int UNTIL_COMPILED = 12;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private static final String ONLY = System.getProperty("bench.only", "all");

    /** Starts, pages and what phones send; without recordings and lives. */
    private static final String PAGES = "pages";

    private final Path folder;
    private final Java java;
    private final Applications applications;
    private final Results results = new Results();
    private final Calls calls = new Calls(SITE);

    private Bench(Path folder, Java java) {
        this.folder = folder;
        this.java = java;
        this.applications = new Applications(folder, java);
    }

    /** @param arguments where Keycloak is unpacked */
    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of("target", "bench"));
        Bench bench = new Bench(Files.createTempDirectory(target, "run-"), Java.ofImage());
        try {
            bench.run(Path.of(arguments[0]));
        } finally {
            Chromium.quit();
            bench.results.write(target.resolve("results.jsonl"));
            System.out.println(bench.results);
        }
    }

    private void run(Path keycloakHome) throws Exception {
        EmbeddedServices.Plan plan = new EmbeddedServices.Plan(
                folder.resolve("services"), keycloakHome, Path.of("src/main/keycloak"), PORT, Applications.HTTPS_PORT);
        try (EmbeddedServices services = EmbeddedServices.start(plan)) {
            services.awaitKeycloak();
            Map<String, String> settings = new HashMap<>(services.settings());
            settings.put("quarkus.profile", "demo");
            settings.put("tianbo.embedded.welcome", "false");
            settings.put("quarkus.http.ssl-port", Integer.toString(Applications.HTTPS_PORT));
            // Nobody else's work, such as the demo's trainee who walks the road, may run beside what is measured.
            settings.put("tianbo.demo-road.walk", "false");
            // One person sends what a county's trainees send together.
            settings.put("tianbo.quota.person.bytes", "1T");
            settings.put("tianbo.quota.person.chunks", "5000000");
            settings.put("tianbo.quota.person.open-attempts", "1000");
            LongRoster.allow(settings);
            if (!ONLY.equals("all") && !ONLY.equals(PAGES)) {
                alone(settings);
                return;
            }
            try (EmptyDatabase empty = EmptyDatabase.make(settings, "tianbo_kept")) {
                java.keepClasses(
                        Applications.JAR, applications.classes(), empty.jdbcUrl(), folder.resolve("classes.log"));
            }
            results.add("Java, as in the image where it is installed", java.feature(), "release");
            applications.start(settings, "first").close();
            settings.put("tianbo.embedded.demo-data", "false");
            results.add("start without Keycloak", startOfAReplica(settings), "s");
            try (PackagedApplication application = applications.start(settings, "measured")) {
                results.add("start of the demo's application", application.startSeconds(), "s");
                results.add("resident, idle", application.residentMegabytes(), "MB");
                Pace[] floors = signedOut();
                signedIn(floors[0], floors[1]);
                SendingBench sending = new SendingBench(SITE, calls, results, folder);
                sending.lessons(settings);
                funnel(settings);
                sending.chunks(calls.token());
                results.add("resident, after load", application.residentMegabytes(), "MB");
                results.add("of it this process alone has", application.ownMegabytes(), "MB");
            }
            if (ONLY.equals(PAGES)) {
                return;
            }
            try (PackagedApplication application = applications.start(settings, "lives")) {
                live(application, settings);
                new RecordingBench(calls, results, application, folder.resolve("recordings")).run();
                new PhoneBench(SITE, results).run();
            }
        }
    }

    private void alone(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        String[] more = ONLY.equals("ledger") ? new String[] {LedgerBench.SMALL_HEAP} : new String[0];
        try (PackagedApplication application = applications.start(settings, ONLY, more)) {
            switch (ONLY) {
                case "recordings" ->
                    new RecordingBench(calls, results, application, folder.resolve("recordings")).run();
                case "people" -> new PeopleBench(SITE, calls, results).run(settings);
                case "dashboards" -> new DashboardBench(applications, calls, results).run(settings);
                case "ledger" -> new LedgerBench(calls, results).run(settings);
                case "sending" -> new SendingBench(SITE, calls, results, folder).lessons(settings);
                case "weak-network" -> new WeakNetworkBench(PORT, results).run();
                case "phone" -> new PhoneBench(SITE, results).run();
                default -> live(application, settings);
            }
        }
    }

    private void live(PackagedApplication application, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        LiveBench live = new LiveBench(
                        SITE, calls, results, folder.resolve("live"), folder.resolve("services"), application)
                .withPeople(settings);
        if (!ONLY.equals("live-hosts")) {
            live.viewers();
        }
        if (!ONLY.equals("live-viewers")) {
            live.hosts();
        }
    }

    /**
     * In the middle of three, as the chart starts one: with production's settings, all it needs being there already.
     */
    private double startOfAReplica(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> production = ProductionSettings.of(settings);
        double[] seconds = new double[3];
        for (int run = 0; run < seconds.length; run++) {
            try (PackagedApplication replica = applications.start(production, "replica-" + run)) {
                seconds[run] = replica.startSeconds();
            }
        }
        Arrays.sort(seconds);
        return seconds[1];
    }

    /** Nobody signed in: what the machine gives, and the floor of what follows. */
    private Pace[] signedOut() throws IOException, InterruptedException {
        Map<String, String> page = Map.of("Accept", "text/html", "Accept-Encoding", "gzip");
        Pace bare = Rung.of(get("/bench/bare", page), UNTIL_COMPILED);
        results.add(BARE, bare);
        String offline = calls.get("/offline", Map.of()).body();
        Matcher asset = ASSET.matcher(offline);
        if (!asset.find()) {
            throw new IOException("/offline links no script of ours");
        }
        results.add("asset", Rung.of(get(asset.group(1), Map.of("Accept-Encoding", "br, gzip")), MOST_WINDOWS));
        Pace quick = Rung.of(get("/offline", page), MOST_WINDOWS);
        results.add(OFFLINE, quick);
        return new Pace[] {bare, quick};
    }

    private void signedIn(Pace bare, Pace offline) throws IOException, InterruptedException {
        String cookies;
        String lesson;
        try (BrowserContext phone = Chromium.plain().newContext()) {
            Page page = phone.newPage();
            page.navigate(SITE + "/learn");
            page.fill("#username", Calls.LOGIN);
            page.fill("#password", Calls.PASSWORD);
            page.click("#kc-login");
            lesson = page.locator("a[data-lesson-row]").first().getAttribute("href");
            cookies = phone.cookies(SITE).stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            results.add("cold lesson, sent by the phone", ColdPage.sentBytes(phone, SITE + lesson) / 1000.0, "kB");
        }
        Map<String, String> page = Map.of("Cookie", cookies, "Accept-Encoding", "gzip", "Accept", "text/html");
        results.add("/api/me", Rung.of(get("/api/me", Map.of("Cookie", cookies)), MOST_WINDOWS), BARE, bare);
        results.add("lesson", Rung.of(get(lesson, page), MOST_WINDOWS), OFFLINE, offline);
        results.add("lesson as 304", Rung.of(get(lesson, knownAndDone(lesson, page)), MOST_WINDOWS), OFFLINE, offline);
        results.add("/learn", Rung.of(get("/learn", page), MOST_WINDOWS), OFFLINE, offline);
    }

    /** Of a reader who comes back to a lesson that they have done. */
    private Map<String, String> knownAndDone(String lesson, Map<String, String> reader)
            throws IOException, InterruptedException {
        Map<String, String> known = new HashMap<>(reader);
        known.remove("Accept-Encoding");
        known.put("Sec-Fetch-Site", "same-origin");
        Matcher version = VERSION.matcher(calls.get(lesson, known).body());
        if (!version.find()) {
            throw new IOException(lesson + " cannot be done");
        }
        calls.form(lesson, "version=" + version.group(1), known);
        known.put(
                "If-None-Match",
                calls.get(lesson, known).headers().firstValue("ETag").orElseThrow());
        known.putAll(reader);
        return known;
    }

    private void funnel(Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        UUID cohort = LargeClass.make(settings);
        Map<String, String> officer = Map.of("Authorization", "Bearer " + calls.token("officer1"));
        results.add(
                "funnel of " + LargeClass.TRAINEES,
                Rung.of(get("/api/cohorts/" + cohort + "/funnel", officer), MOST_WINDOWS));
    }

    private static Rung.Call get(String path, Map<String, String> headers) {
        return new Rung.Call(SITE + path, 16, headers, null);
    }
}
