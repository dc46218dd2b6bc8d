package org.tianbo.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.tianbo.platform.embedded.EmbeddedServices;

/**
 * A real PostgreSQL and a real Keycloak for the tests of one run, started as the demo starts them, on a fresh folder:
 * by the build ({@link ServicesAhead}), else here. {@code TIANBO_TEST_SETTINGS} may name a file with the settings of
 * services that already run; the database is emptied.
 */
public class TianboServices implements QuarkusTestResourceLifecycleManager {

    /** Which of the run's processes this is: each has services of its own. */
    private static final int FORK = Integer.getInteger("tianbo.test.fork", 1);

    /**
     * Names the file that leads to the services: this class is loaded once for the tests inside the application and
     * once for the others; they share the services.
     */
    private static final String STARTED = "tianbo.test.services";

    /** Where the application under test answers. */
    public static final String SITE = addresses().get(0).toString();

    /** Where it answers those who watch over it: health, metrics, the API's description. */
    public static final String OPERATORS = "http://localhost:" + settings().get("quarkus.management.test-port");

    /** What leads to the services; for tests that start the packaged application themselves. */
    public static Map<String, String> settings() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settingsFile())) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = settings();
        if (System.getenv("TIANBO_TEST_SETTINGS") != null) {
            settings.put("quarkus.flyway.clean-at-start", "true");
            settings.put("quarkus.flyway.clean-disabled", "false");
        }
        settings.put(
                "quarkus.http.test-port", Integer.toString(addresses().get(0).getPort()));
        settings.put(
                "quarkus.http.test-ssl-port",
                Integer.toString(addresses().get(1).getPort()));
        return settings;
    }

    /** Of this machine by HTTP, and of phones in its network by HTTPS. */
    private static List<URI> addresses() {
        return Stream.of(settings().get("tianbo.public-address").split(","))
                .map(URI::create)
                .toList();
    }

    private static synchronized Path settingsFile() throws IOException {
        String named = System.getProperty(STARTED, System.getenv("TIANBO_TEST_SETTINGS"));
        if (named != null) {
            return Path.of(named);
        }
        Optional<Path> ahead = ServicesAhead.await(FORK);
        Path file = ahead.isPresent() ? ahead.get() : startHere();
        System.setProperty(STARTED, file.toString());
        return file;
    }

    private static Path startHere() throws IOException {
        EmbeddedServices.Plan plan = ServicesAhead.plan();
        EmbeddedServices services = EmbeddedServices.start(plan);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ServicesAhead.end(services)));
        services.awaitKeycloak();
        Path file = plan.folder().resolve("settings.properties");
        ServicesAhead.write(services, file);
        return file;
    }

    /** They serve every test of the run and end with it. */
    @Override
    public void stop() {}
}
