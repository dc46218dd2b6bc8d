package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.EmptyDatabase;
import org.tianbo.testsupport.program.Node;
import org.tianbo.testsupport.program.PackagedApplication;
import org.tianbo.testsupport.program.PackagedTrainee;

/**
 * The packaged application on a database and a folder of its own, for rehearsals on Node ({@code
 * src/test/js/practice/cuts-of-real-server.js}) that kill it as a power cut would, at moments they choose, and have it
 * started again. It makes no recordings: what is sent to it are no pictures, and stays as it was sent.
 */
final class KilledServer implements AutoCloseable {

    private static final String COUNTY = "killed";

    private final String trainee;
    private final List<String> java;
    private final Path folder;
    private final int port = FreePort.find();
    private final int managementPort = FreePort.find();
    private final EmptyDatabase database;
    private final Map<String, String> settings;
    private final HttpServer powerSwitch;
    private PackagedApplication server;
    private int starts;

    private KilledServer(String name, List<String> java) throws Exception {
        this.java = java;
        trainee = name;
        folder = Files.createDirectories(Path.of("target", name));
        Map<String, String> services = TianboServices.settings();
        database = EmptyDatabase.make(services, "tianbo_" + name.replace('-', '_'));
        settings = new HashMap<>(services);
        settings.putAll(PackagedApplication.quietDemo(port));
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.flyway.jdbc-url", database.jdbcUrl());
        settings.put("tianbo.embedded.demo-data", "false");
        settings.put("tianbo.jobs.enabled", "false");
        settings.put("tianbo.media.folder", objects().toString());
        settings.put("tianbo.quota.person.open-attempts", "1000");
        powerSwitch = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        powerSwitch.createContext("/off", this::off);
        powerSwitch.createContext("/on", this::on);
        powerSwitch.createContext("/token", this::token);
        powerSwitch.start();
    }

    /**
     * @param first seed of the first
     * @param runs how many there are
     * @param kills how often the server may be killed meanwhile
     */
    record Rehearsals(int first, int runs, int kills) {}

    /**
     * Goes through them. Fails unless each ends with every recorded second on the server.
     *
     * @param name of the trainee, the database and the folder, which are no other's
     * @param java the program the server runs on, and its options
     * @return what was done: {@code runs, chunks, copies, kills, cutOff, seconds, startingSeconds}
     */
    static JsonPath through(String name, List<String> java, Rehearsals rehearsals) throws Exception {
        try (KilledServer killed = new KilledServer(name, java)) {
            Node.Run run = Node.run(List.of(
                    "src/test/js/practice/cuts-of-real-server.js",
                    "http://localhost:" + killed.port,
                    killed.objects().toString(),
                    COUNTY,
                    "http://localhost:" + killed.powerSwitch.getAddress().getPort(),
                    Integer.toString(rehearsals.first()),
                    Integer.toString(rehearsals.runs()),
                    Integer.toString(rehearsals.kills())));
            assertThat(run.code()).as(run.output()).isZero();
            return JsonPath.from(run.output());
        }
    }

    private Path objects() {
        return folder.resolve("objects-" + port).toAbsolutePath();
    }

    /** Whoever asks has killed it; it is over once its port is free. */
    private void off(HttpExchange exchange) throws IOException {
        server.kill();
        answer(exchange, 200, "");
    }

    private void on(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, 200, start());
        } catch (Exception failed) {
            answer(exchange, 500, failed.toString());
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Tokens.of(
                        trainee, RestAssured.given().baseUri("http://localhost").port(port)));
    }

    /** @return the process that is to be killed */
    private String start() throws Exception {
        server = PackagedApplication.start(
                Path.of("target/quarkus-app/quarkus-run.jar"),
                java,
                settings,
                port,
                managementPort,
                folder.resolve("server.log"));
        if (starts++ == 0) {
            PackagedTrainee.join(settings, database.jdbcUrl(), COUNTY, trainee);
        }
        return Long.toString(server.pid());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() throws Exception {
        powerSwitch.stop(0);
        if (server != null) {
            server.close();
        }
        database.close();
    }
}
