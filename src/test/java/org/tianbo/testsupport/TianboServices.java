package org.tianbo.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tianbo.platform.embedded.EmbeddedServices;

/**
 * A real PostgreSQL and a real Keycloak for the tests of one run, started as the demo starts them, on a fresh folder:
 * by the build ({@link ServicesAhead}), else here. {@code TIANBO_TEST_SETTINGS} may name a file with the settings of
 * services that already run; the database is emptied.
 */
public class TianboServices implements QuarkusTestResourceLifecycleManager {

    /** Which of the run's processes this is: each has services of its own. */
    private static final int FORK = Integer.getInteger("tianbo.test.fork", 1);

    private static final int HTTP_PORT = 8080;
    private static final int HTTPS_PORT = 8443;
    private static final int MANAGEMENT_PORT = 9000;

    /** Where the application under test answers. */
    public static final String SITE = "http://localhost:" + (HTTP_PORT + FORK);

    /** Where it answers those who watch over it: health, metrics, the API's description. */
    public static final String OPERATORS = "http://localhost:" + (MANAGEMENT_PORT + FORK);

    /**
     * This class is loaded once for the tests inside the application and once for the others; they share the services.
     */
    private static final String STARTED = "tianbo.test.services";

    private static EmbeddedServices services;

    /** What leads to the services; for tests that start the packaged application themselves. */
    public static Map<String, String> settings() {
        try {
            Map<String, String> settings = new HashMap<>(runningElsewhere());
            if (settings.isEmpty()) {
                settings.putAll(started().settings());
            }
            return settings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = settings();
        if (System.getenv("TIANBO_TEST_SETTINGS") != null) {
            settings.put("quarkus.flyway.clean-at-start", "true");
            settings.put("quarkus.flyway.clean-disabled", "false");
        }
        settings.put("quarkus.http.test-port", Integer.toString(HTTP_PORT + FORK));
        settings.put("quarkus.http.test-ssl-port", Integer.toString(HTTPS_PORT + FORK));
        settings.put("quarkus.management.test-port", Integer.toString(MANAGEMENT_PORT + FORK));
        return settings;
    }

    private static synchronized EmbeddedServices started() throws IOException {
        if (services == null) {
            EmbeddedServices.Plan plan = plan(FORK);
            services = EmbeddedServices.start(plan);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(services)));
            services.awaitKeycloak();
            Path told = plan.folder().resolve("settings.properties");
            ServicesAhead.write(services, told);
            System.setProperty(STARTED, told.toString());
        }
        return services;
    }

    /** On a fresh folder, for the application of that process. */
    static EmbeddedServices.Plan plan(int fork) throws IOException {
        return new EmbeddedServices.Plan(
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-services-"),
                Path.of(System.getProperty("tianbo.demo.keycloak-home", "target/keycloak")),
                Path.of("src/main/keycloak"),
                HTTP_PORT + fork,
                HTTPS_PORT + fork);
    }

    private static Map<String, String> runningElsewhere() throws IOException {
        String named = System.getProperty(STARTED, System.getenv("TIANBO_TEST_SETTINGS"));
        Optional<Path> file = named == null ? ServicesAhead.await(FORK) : Optional.of(Path.of(named));
        if (file.isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file.get())) {
            properties.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    static void end(EmbeddedServices services) {
        try {
            services.close();
        } catch (IOException failed) {
            System.err.println("The test services did not stop cleanly: " + failed.getMessage());
        }
    }

    /** They serve every test of the run and end with it. */
    @Override
    public void stop() {}
}
