package org.tianbo.testsupport.program;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * The Node executable that Playwright's driver brings for every platform, the TypeScript compiler, and the document
 * that stands for a browser's in tests, all as Maven fetched them. They are unpacked into {@code target/node}; nothing
 * is installed on the machine.
 */
public final class Node {

    private static final Path HOME = Path.of("target/node");
    private static final String DRIVER = "com.microsoft.playwright/driver-bundle";
    private static final String TYPESCRIPT = "org.webjars.npm/typescript";
    private static final String LINKEDOM = "org.webjars.npm/linkedom";

    private Node() {}

    /** What a run has printed, and the code it ended with: 0 when all is well. */
    public record Run(int code, String output) {}

    /**
     * Runs Node in the project's folder until it ends.
     *
     * @throws IOException when it cannot be unpacked or started
     */
    public static Run run(List<String> arguments) throws IOException, InterruptedException {
        return ended(begun(arguments));
    }

    /**
     * As {@link #run}, beside whatever else is to be done; begun when this returns, and ended when it is cancelled.
     *
     * @throws IOException when it cannot be unpacked or started
     */
    public static Future<Run> begin(List<String> arguments) throws IOException {
        Process process = begun(arguments);
        FutureTask<Run> run = new FutureTask<>(() -> ended(process)) {
            @Override
            public boolean cancel(boolean interrupt) {
                process.destroyForcibly();
                return super.cancel(interrupt);
            }
        };
        new Thread(run, "node").start();
        return run;
    }

    private static Process begun(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable().toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Run ended(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** The script to run as the TypeScript compiler; the declarations of the browser's own types lie beside it. */
    public static Path typeScript() throws IOException {
        String version = version(TYPESCRIPT);
        String packed = "META-INF/resources/webjars/typescript/%s/lib".formatted(version);
        Path folder = HOME.resolve("typescript-" + version);
        Path compiler = folder.resolve("tsc.js");
        if (!Files.exists(compiler)) {
            try (FileSystem jar = FileSystems.newFileSystem(jarOf(packed + "/tsc.js"), Map.of());
                    Stream<Path> files = Files.list(jar.getPath(packed))) {
                for (Path file : files.filter(Node::belongsToTheCompiler).toList()) {
                    copy(
                            Files.newInputStream(file),
                            folder.resolve(file.getFileName().toString()));
                }
            }
            // Last, for it says that the others are there.
            copy(resource(packed + "/tsc.js"), compiler);
        }
        return compiler;
    }

    /** Unpacks linkedom, which {@code src/test/js/support/page.js} imports from {@code target/node/linkedom}. */
    public static void requireDocument() throws IOException {
        String packed = "META-INF/resources/webjars/linkedom/%s/worker.js".formatted(version(LINKEDOM));
        copy(resource(packed), HOME.resolve("linkedom/worker.js"));
    }

    private static boolean belongsToTheCompiler(Path file) {
        String name = file.getFileName().toString();
        return name.equals("_tsc.js") || name.endsWith(".d.ts");
    }

    private static Path executable() throws IOException {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String name = "driver/%s/%s".formatted(platform, platform.startsWith("win") ? "node.exe" : "node");
        Path executable =
                HOME.resolve("driver-" + version(DRIVER)).resolve(Path.of(name).getFileName());
        if (!Files.exists(executable)) {
            copy(resource(name), executable);
        }
        return executable.toAbsolutePath();
    }

    /** The platform as Playwright names its folders, e.g. {@code linux-arm64}. */
    static String platform(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "win32_x64";
        }
        return (system.startsWith("mac") ? "mac" : "linux") + (architecture.equals("aarch64") ? "-arm64" : "");
    }

    private static String version(String artifact) throws IOException {
        Properties packaged = new Properties();
        try (InputStream properties = resource("META-INF/maven/%s/pom.properties".formatted(artifact))) {
            packaged.load(properties);
        }
        return packaged.getProperty("version");
    }

    private static Path jarOf(String resource) throws IOException {
        var url = Node.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new FileNotFoundException(resource + " is in no jar of the tests");
        }
        String address = url.getPath();
        try {
            return Path.of(new URI(address.substring(0, address.indexOf('!'))));
        } catch (URISyntaxException e) {
            throw new IOException("The tests' jar lies at an unusable address: " + address, e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = Node.class.getClassLoader().getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name + " is in no jar of the tests");
        }
        return found;
    }

    /** Two test processes may unpack at once: each writes a file of its own, and the last one's name stays. */
    private static void copy(InputStream packed, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path half = Files.createTempFile(to.getParent(), "unpacking", ".part");
        try (packed) {
            Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!half.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + half + " executable");
        }
        Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
