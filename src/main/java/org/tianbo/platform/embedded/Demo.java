package org.tianbo.platform.embedded;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The whole of Tianbo on one machine: checks that it can run here, starts the services, ends them with us. */
public final class Demo {

    private static final long ROOM_NEEDED = 1L << 30;
    private static EmbeddedServices running;
    private static volatile boolean stopping;

    private Demo() {}

    /** Whether this start is to bring its services up itself; not if their addresses are configured. */
    public static boolean isRequested() {
        return "demo".equals(System.getProperty("quarkus.profile", System.getenv("QUARKUS_PROFILE")))
                && System.getProperty("tianbo.embedded.keycloak-url") == null;
    }

    /** Starts PostgreSQL and Keycloak and sets what leads to them; false when this machine must be put right first. */
    public static boolean prepare() throws IOException {
        // Until Quarkus sets the levels, libraries would say everything they think.
        Logger.getLogger("").setLevel(Level.WARNING);
        EmbeddedServices.Plan plan = new EmbeddedServices.Plan(
                Path.of(System.getProperty("tianbo.demo.folder", ".tianbo")),
                Path.of(System.getProperty("tianbo.demo.keycloak-home", "target/keycloak")),
                Path.of(System.getProperty("tianbo.demo.keycloak-sources", "src/main/keycloak")),
                Integer.getInteger("quarkus.http.port", 8080),
                Integer.getInteger("quarkus.http.ssl-port", 8443));
        Optional<String> hindrance = hindrance(plan);
        if (hindrance.isPresent()) {
            System.err.println(hindrance.get());
            return false;
        }
        try {
            running = EmbeddedServices.start(plan);
        } catch (IOException failed) {
            System.err.println("PostgreSQL or Keycloak could not be started: " + failed.getMessage());
            return false;
        }
        running.settings().forEach(System::setProperty);
        running.onKeycloakExit(Demo::endWithoutKeycloak);
        Runtime.getRuntime().addShutdownHook(new Thread(Demo::stop, "embedded-services-stop"));
        followParent();
        return true;
    }

    private static Optional<String> hindrance(EmbeddedServices.Plan plan) throws IOException {
        for (int port :
                new int[] {plan.httpPort(), plan.httpsPort(), Integer.getInteger("quarkus.management.port", 9000)}) {
            if (!FreePort.isFree(port)) {
                return Optional.of("Port " + port + " is taken: end the program that uses it (`ss -ltnp | grep :" + port
                        + "` names it), then start again.");
            }
        }
        Files.createDirectories(plan.folder());
        long room = plan.folder().toFile().getUsableSpace();
        if (room < ROOM_NEEDED) {
            return Optional.of("The disk is full: " + room / (1 << 20) + " MB are left at "
                    + plan.folder().toAbsolutePath() + ", 1024 MB are needed. Make room, then start again.");
        }
        return Optional.empty();
    }

    /** Maven ended by a TERM does not end us; we notice that our parent is gone. */
    private static void followParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(Quarkus::asyncExit));
    }

    private static void endWithoutKeycloak(String why) {
        if (!stopping) {
            System.err.println(why);
            Quarkus.asyncExit(1);
        }
    }

    private static void stop() {
        stopping = true;
        try {
            running.close();
        } catch (IOException failed) {
            System.err.println("The embedded services did not stop cleanly: " + failed.getMessage());
        }
    }
}
