package org.tianbo.testsupport;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.tianbo.platform.embedded.EmbeddedServices;

/**
 * The services of the integration tests, started by the build while it still compiles and packages: a Keycloak takes
 * half a minute of a processor, and until the tests begin one of two is idle. They end when the build does. None are
 * started where {@code TIANBO_TEST_SETTINGS} names services that run already.
 */
public final class ServicesAhead {

    private static final Path FOLDER = Path.of("target", "services-ahead");
    private static final Path PROCESS = FOLDER.resolve("pid");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private ServicesAhead() {}

    /** @param arguments how many processes will run tests */
    public static void main(String[] arguments) throws IOException {
        if (System.getenv("TIANBO_TEST_SETTINGS") != null) {
            return;
        }
        ProcessHandle build = ProcessHandle.current().parent().orElseThrow();
        Files.createDirectories(FOLDER);
        // The build does not show what a process beside it says.
        PrintStream log = new PrintStream(Files.newOutputStream(FOLDER.resolve("log")), true);
        System.setOut(log);
        System.setErr(log);
        int forks = Integer.parseInt(arguments[0]);
        for (int fork = 1; fork <= forks; fork++) {
            Files.deleteIfExists(settingsOf(fork));
        }
        Files.writeString(PROCESS, Long.toString(ProcessHandle.current().pid()));
        List<EmbeddedServices> all = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(all)));
        for (int fork = 1; fork <= forks; fork++) {
            all.add(EmbeddedServices.start(plan()));
        }
        for (int fork = 1; fork <= forks; fork++) {
            EmbeddedServices services = all.get(fork - 1);
            services.awaitKeycloak();
            write(services, settingsOf(fork));
        }
        build.onExit().join();
    }

    /** Once the build has ended, its process number may be anybody's. */
    private static void end(List<EmbeddedServices> all) {
        PROCESS.toFile().delete();
        all.forEach(ServicesAhead::end);
    }

    /** Where the settings of that process's services are, once they are up; empty where no build started any. */
    static Optional<Path> await(int fork) throws IOException {
        if (!Files.exists(PROCESS)) {
            return Optional.empty();
        }
        Optional<ProcessHandle> ahead = ProcessHandle.of(Long.parseLong(Files.readString(PROCESS)));
        while (ahead.isPresent() && ahead.get().isAlive()) {
            if (Files.exists(settingsOf(fork))) {
                return Optional.of(settingsOf(fork));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return Optional.empty();
    }

    /** On a fresh folder, for one process of tests. */
    static EmbeddedServices.Plan plan() throws IOException {
        return new EmbeddedServices.Plan(
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-services-"),
                Path.of(System.getProperty("tianbo.demo.keycloak-home", "target/keycloak")),
                Path.of("src/main/keycloak"),
                FreePort.find(),
                FreePort.find());
    }

    /** Whole or not at all: the tests read the file as soon as it is there. */
    static void write(EmbeddedServices services, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(services.settings());
        properties.put("quarkus.management.test-port", Integer.toString(FreePort.find()));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(beside)) {
            properties.store(writer, null);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void end(EmbeddedServices services) {
        try {
            services.close();
        } catch (IOException failed) {
            System.err.println("The test services did not stop cleanly: " + failed.getMessage());
        }
    }

    private static Path settingsOf(int fork) {
        return FOLDER.resolve("settings-" + fork + ".properties");
    }
}
