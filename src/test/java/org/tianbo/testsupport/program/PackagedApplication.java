package org.tianbo.testsupport.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.Patience;

/** {@code quarkus-run.jar} as it would be deployed, in a process of its own. */
public final class PackagedApplication implements AutoCloseable {

    /** As {@code web.javaOptions} of the chart has them, in that order. */
    public static final List<String> AS_DEPLOYED =
            List.of("-XX:+UseSerialGC", "-Xmx160m", "-XX:NewSize=32m", "-XX:MaxNewSize=32m");

    /** As {@code src/main/docker/Dockerfile} has it. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /** For a test that starts it and makes a few calls: compiled once and quickly. */
    public static final List<String> QUICK_TO_START =
            List.copyOf(Java.ofBuild().command(List.of("-XX:TieredStopAtLevel=1", "-Xmx160m")));

    /** With the demo's people, but nobody of them at work and nothing said of how to sign in, at this port alone. */
    public static Map<String, String> quietDemo(int port) {
        return Map.of(
                "quarkus.profile",
                "demo",
                "tianbo.embedded.welcome",
                "false",
                "tianbo.demo-road.walk",
                "false",
                "tianbo.public-address",
                "http://localhost:" + port,
                "quarkus.http.ssl-port",
                Integer.toString(FreePort.find()));
    }

    private final Process process;
    private final double startSeconds;

    private PackagedApplication(Process process, double startSeconds) {
        this.process = process;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts it with these settings and waits until it is ready to serve; its output goes to the file.
     *
     * @param java the program and its options
     */
    public static PackagedApplication start(
            Path jar, List<String> java, Map<String, String> settings, int port, int managementPort, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port, "-Dquarkus.management.port=" + managementPort, "-jar", jar.toString()));
        long before = System.nanoTime();
        ProcessBuilder starting =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        starting.environment().putAll(ENVIRONMENT);
        Process process = starting.start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = before + Patience.LONG.toNanos();
        while (!answers(client, ready)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("The application did not start; its log is " + log.toAbsolutePath());
            }
            // Asking without a pause would take a core from what is starting.
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return new PackagedApplication(process, (System.nanoTime() - before) / 1e9);
    }

    /** From the first instruction to the first ready answer. */
    public double startSeconds() {
        return startSeconds;
    }

    /** As the operating system names it. */
    public long pid() {
        return process.pid();
    }

    /** Megabytes of memory that this process has in RAM, the files it maps included. */
    public double residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** Of these what it alone has: not pages of files, which replicas share and the system can read again. */
    public double ownMegabytes() throws IOException {
        return megabytes("RssAnon:");
    }

    private double megabytes(String line) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** As a power cut would: kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
