package org.tianbo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.embedded.EmbeddedServices;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.PackagedApplication;

/** Measures the packaged application; see the package's description. */
public final class Bench {

    private static final int PORT = 8088;
    private static final int MANAGEMENT_PORT = 9088;
    private static final String SITE = "http://localhost:" + PORT;
    /** Long enough for the compiler to have settled: after 8 seconds, a call of the sync still takes twice its time. */
    private static final int WARM_UP = 16;

    private static final int SECONDS = 10;
    private static final int BATCH = 500;
    private static final int CHUNK = 256 * 1024;
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String LOGIN = "trainee1";
    private static final String PASSWORD = "tianbo-demo";

    private static final List<String> NOT_IN_PRODUCTION = List.of(
            "quarkus.profile",
            "quarkus.flyway.",
            "quarkus.tls.",
            "quarkus.http.tls",
            "quarkus.http.ssl",
            "tianbo.embedded.",
            "tianbo.demo-road.");

    private final Path folder;
    private final Results results = new Results();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private Bench(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs all of it.
     *
     * @param arguments where Keycloak is unpacked
     */
    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of("target", "bench"));
        Bench bench = new Bench(Files.createTempDirectory(target, "run-"));
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
                folder.resolve("services"), keycloakHome, Path.of("src/main/keycloak"), PORT, PORT + 400);
        try (EmbeddedServices services = EmbeddedServices.start(plan)) {
            services.awaitKeycloak();
            Map<String, String> settings = new HashMap<>(services.settings());
            settings.put("quarkus.profile", "demo");
            settings.put("tianbo.embedded.welcome", "false");
            settings.put("quarkus.http.ssl-port", Integer.toString(PORT + 400));
            // Nobody else's work, such as the demo's trainee who walks the road, may run beside what is measured.
            settings.put("tianbo.demo-road.walk", "false");
            PackagedApplication.keepClasses(JAR, classes(), folder.resolve("classes.log"));
            start(settings, "first").close();
            settings.put("tianbo.embedded.demo-data", "false");
            results.add("start without Keycloak", startOfAReplica(settings), "s");
            try (PackagedApplication application = start(settings, "measured")) {
                results.add("start of the demo's application", application.startSeconds(), "s");
                results.add("resident, idle", application.residentMegabytes(), "MB");
                lessonPage();
                String token = token();
                JsonNode lesson = aLesson(token);
                sync(token, lesson, settings);
                chunks(token);
                results.add("resident, after load", application.residentMegabytes(), "MB");
            }
        }
    }

    /**
     * In the middle of three, as the chart starts one: with production's settings, all it needs being there already.
     */
    private double startOfAReplica(Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> production = new HashMap<>(settings);
        production.keySet().removeIf(name -> NOT_IN_PRODUCTION.stream().anyMatch(name::startsWith));
        production.put(
                "quarkus.oidc.auth-server-url", settings.get("tianbo.embedded.keycloak-url") + "/auth/realms/tianbo");
        double[] seconds = new double[3];
        for (int run = 0; run < seconds.length; run++) {
            try (PackagedApplication replica = start(production, "replica-" + run)) {
                seconds[run] = replica.startSeconds();
            }
        }
        Arrays.sort(seconds);
        return seconds[1];
    }

    private PackagedApplication start(Map<String, String> settings, String name)
            throws IOException, InterruptedException {
        // As src/main/docker/Dockerfile has it run.
        List<String> options =
                new ArrayList<>(List.of("@src/main/docker/java-options", "-XX:SharedArchiveFile=" + classes()));
        options.addAll(PackagedApplication.AS_DEPLOYED);
        return PackagedApplication.start(JAR, options, settings, PORT, MANAGEMENT_PORT, folder.resolve(name + ".log"));
    }

    private Path classes() {
        return folder.resolve("classes.jsa");
    }

    private void lessonPage() throws IOException, InterruptedException {
        String cookies;
        String lesson;
        try (BrowserContext phone = Chromium.plain().newContext()) {
            Page page = phone.newPage();
            page.navigate(SITE + "/learn");
            page.fill("#username", LOGIN);
            page.fill("#password", PASSWORD);
            page.click("#kc-login");
            lesson = page.locator("main a[href^='/learn/']").first().getAttribute("href");
            cookies = phone.cookies(SITE).stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
        }
        Map<String, String> signedIn = Map.of("Cookie", cookies, "Accept-Encoding", "br, gzip", "Accept", "text/html");
        Wrk.Run bare = measured(SITE + "/bench/bare", 16, Map.of("Accept", "text/html"), null);
        Wrk.Run page = measured(SITE + lesson, 16, signedIn, null);
        results.add("bare Qute page, one query", bare.perSecond(), "1/s");
        results.add("bare Qute page, p99", bare.p99Millis(), "ms");
        results.add("lesson page, signed in", page.perSecond(), "1/s", "bare Qute page", bare.perSecond());
        results.add("lesson page, p99", page.p99Millis(), "ms", "bare Qute page", bare.p99Millis());
    }

    private void sync(String token, JsonNode lesson, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        Path script = script(
                "sync",
                """
                math.randomseed(os.time())
                local random, format = math.random, string.format
                local made = 0
                local function id() -- UUIDv7, as phones make them
                  made = made + 1
                  local millis = os.time() * 1000 + made %% 1000
                  return format("%%08x-%%04x-7%%03x-8%%03x-%%06x%%06x", math.floor(millis / 0x10000), millis %% 0x10000,
                    random(0, 0xfff), random(0, 0xfff), random(0, 0xffffff), random(0, 0xffffff))
                end
                request = function()
                  local records = {}
                  for i = 1, %d do
                    records[i] = '{"id":"' .. id() .. '","type":"lesson.opened","at":"%s","data":{"lesson":"%s","version":"%s"}}'
                  end
                  return wrk.format("POST", nil, nil, '{"device":"bench","records":[' .. table.concat(records, ",") .. ']}')
                end
                """
                        .formatted(
                                BATCH,
                                java.time.Clock.systemUTC().instant(),
                                lesson.get("slug").asText(),
                                lesson.get("version").asText()));
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        Wrk.Run sync = measured(SITE + "/api/sync", 4, headers, script);
        double raw = RawInsert.rowsPerSecond(
                settings.get("quarkus.flyway.jdbc-url"), settings.get("quarkus.flyway.username"), 4, BATCH, SECONDS);
        results.add("raw batched insert over JDBC", raw, "rows/s");
        results.add("synced records", sync.perSecond() * BATCH, "rows/s", "raw insert", raw);
        results.add("sync call of " + BATCH + ", p99", sync.p99Millis(), "ms");
    }

    private void chunks(String token) throws IOException, InterruptedException, NoSuchAlgorithmException {
        byte[] chunk = "x".repeat(CHUNK).getBytes();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
        String attempt = Ids.next().toString();
        HttpResponse<String> made = client.send(
                authorised("/api/attempts/" + attempt, token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"title\":\"bench\",\"format\":\"product-loop\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IOException("The bench's attempt was refused: " + made.body());
        }
        Path script = script(
                "chunks",
                """
                local seq = -1
                local take = os.time() %% 10000
                local body = string.rep("x", %d)
                request = function()
                  seq = seq + 1
                  return wrk.format("PUT", "/api/attempts/%s/takes/" .. take .. "/chunks/" .. seq, nil, body)
                end
                """
                        .formatted(CHUNK, attempt));
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + token,
                "Content-Type", "video/webm",
                "Content-Digest", "sha-256=:" + digest + ":");
        Wrk.Run acknowledged = measured(SITE + "/", 8, headers, script);
        double floor = RawFiles.perSecond(folder.resolve("raw-files"), chunk, 8, SECONDS);
        results.add("raw files, fsync and rename", floor, "1/s");
        results.add("chunks of 256 KB acknowledged", acknowledged.perSecond(), "1/s", "raw files", floor);
        results.add("chunk acknowledged, p99", acknowledged.p99Millis(), "ms");
    }

    private static Wrk.Run measured(String url, int connections, Map<String, String> headers, Path script)
            throws IOException, InterruptedException {
        Wrk.run(url, WARM_UP, connections, headers, script);
        Wrk.Run run = Wrk.run(url, SECONDS, connections, headers, script);
        if (run.failed() > 0) {
            throw new IOException(run.failed() + " requests to " + url + " failed; the figure would mean nothing");
        }
        return run;
    }

    private Path script(String name, String lua) throws IOException {
        return Files.writeString(folder.resolve(name + ".lua"), lua);
    }

    private JsonNode aLesson(String token) throws IOException, InterruptedException {
        HttpResponse<String> courses =
                client.send(authorised("/api/courses", token).build(), HttpResponse.BodyHandlers.ofString());
        return json.readTree(courses.body()).findValue("lessons").get(0);
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(SITE + "/auth/realms/tianbo/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=tianbo-cli&scope=openid&username=" + LOGIN + "&password="
                                + PASSWORD))
                .build();
        return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("access_token")
                .asText();
    }

    private static HttpRequest.Builder authorised(String path, String token) {
        return HttpRequest.newBuilder(URI.create(SITE + path)).header("Authorization", "Bearer " + token);
    }
}
