package org.tianbo.platform.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A real Keycloak, unpacked by the build, with our realm and login theme. It keeps its data in the database given. */
public final class EmbeddedKeycloak implements AutoCloseable {

    /** What Keycloak says when its distribution is as this start needs it. */
    private static final String PREPARED = "Running the server";

    /** The realm's part of signing in that a demo leaves out: whoever tries it has no authenticator set up. */
    private static final String SECOND_FACTOR = "second factor of staff";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final ChildProcess childProcess;
    private final int port;
    private final Path log;

    private EmbeddedKeycloak(ChildProcess childProcess, int port, Path log) {
        this.childProcess = childProcess;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the server in the background; {@link KeycloakReadiness} tells when it answers.
     *
     * @param home where the distribution is unpacked
     * @param sources {@code src/main/keycloak}: {@code realm} and {@code theme}
     * @param environment the realm's placeholders, secrets among them
     */
    static EmbeddedKeycloak start(
            Path home, Path sources, int port, String jdbcUrl, Map<String, String> environment, Path log)
            throws IOException {
        Path kc = home.resolve("bin/kc.sh");
        if (!Files.exists(kc)) {
            throw new IOException("Keycloak is not unpacked at " + home + ": run `mvn -Pdemo` or `mvn verify`.");
        }
        kc.toFile().setExecutable(true);
        // The first start rewrites parts of the distribution; nobody else may start from it meanwhile.
        FileChannel alone =
                FileChannel.open(home.resolve("starting.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(alone);
            copy(sources.resolve("theme"), home.resolve("themes"));
            copy(sources.resolve("password-blacklists"), home.resolve("data/password-blacklists"));
            writeRealm(sources.resolve("realm"), home.resolve("data/import/tianbo-realm.json"));
            ChildProcess childProcess = ChildProcess.run(command(kc, port, jdbcUrl), environment, log);
            Thread preparing = new Thread(() -> closeOncePrepared(alone, childProcess, log), "keycloak-preparing");
            preparing.setDaemon(true);
            preparing.start();
            return new EmbeddedKeycloak(childProcess, port, log);
        } catch (IOException failed) {
            alone.close();
            throw failed;
        }
    }

    private static void lock(FileChannel alone) throws IOException {
        boolean locked = false;
        while (!locked) {
            try {
                alone.lock();
                locked = true;
            } catch (OverlappingFileLockException thisProcessHoldsIt) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    private static List<String> command(Path kc, int port, String jdbcUrl) throws IOException {
        return List.of(
                "bash",
                kc.toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-relative-path=/auth",
                "--http-management-port=" + FreePort.find(),
                "--proxy-headers=xforwarded",
                "--cache=local",
                "--db=postgres",
                "--db-url=" + jdbcUrl,
                "--db-username=" + EmbeddedDatabase.OWNER,
                // Six people of a class, or six programs of one person, may sign in at the same moment.
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                "--import-realm");
    }

    private static void closeOncePrepared(FileChannel lock, ChildProcess childProcess, Path log) {
        try (lock) {
            while (childProcess.isAlive()
                    && !new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(PREPARED)) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Runs when Keycloak ends, whether asked to or not. */
    void onExit(Runnable then) {
        childProcess.onExit(then);
    }

    boolean isAlive() {
        return childProcess.isAlive();
    }

    Path log() {
        return log;
    }

    /** Production's realm, without its second factor, and with the client for scripts that only a demo has. */
    private static void writeRealm(Path sources, Path target) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode realm =
                (ObjectNode) json.readTree(sources.resolve("tianbo-realm.json").toFile());
        ((ArrayNode) realm.get("clients"))
                .add(json.readTree(sources.resolve("tianbo-cli-client.json").toFile()));
        for (JsonNode flow : realm.get("authenticationFlows")) {
            for (JsonNode execution : flow.get("authenticationExecutions")) {
                if (SECOND_FACTOR.equals(execution.path("flowAlias").asText())) {
                    ((ObjectNode) execution).put("requirement", "DISABLED");
                }
            }
        }
        byte[] written = json.writeValueAsBytes(realm);
        Files.createDirectories(target.getParent());
        // One that runs from this distribution may be reading it.
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), written)) {
            Files.write(target, written);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        childProcess.close();
    }
}
