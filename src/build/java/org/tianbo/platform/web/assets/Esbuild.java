package org.tianbo.platform.web.assets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The esbuild executable that Maven fetches for this machine; a tool of the build. */
final class Esbuild {

    private final Path executable;

    private Esbuild(Path executable) {
        this.executable = executable;
    }

    static Esbuild unpackedInto(Path folder) throws IOException {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String name = platform.startsWith("win32") ? "esbuild.exe" : "bin/esbuild";
        String version = version(platform);
        Path executable = folder.resolve(version).resolve(name).toAbsolutePath();
        if (!Files.exists(executable)) {
            Files.createDirectories(executable.getParent());
            Path half = Files.createTempFile(executable.getParent(), "esbuild", ".part");
            try (InputStream packed =
                    resource("META-INF/resources/_static/%s/%s/%s".formatted(platform, version, name))) {
                Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!half.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + half + " executable");
            }
            Files.move(half, executable, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Esbuild(executable);
    }

    void run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitOf(process) != 0) {
            throw new IOException("esbuild refuses the web sources:\n" + output);
        }
        System.out.print(output);
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while esbuild was running", stopped);
        }
    }

    /** The platform as esbuild's packages name it, e.g. {@code linux-x64}. */
    static String platform(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT);
        String family = system.startsWith("windows") ? "win32" : system.startsWith("mac") ? "darwin" : "linux";
        return family + (architecture.equals("aarch64") ? "-arm64" : "-x64");
    }

    private static String version(String platform) throws IOException {
        Properties packaged = new Properties();
        try (InputStream properties =
                resource("META-INF/maven/org.mvnpm.at.esbuild/%s/pom.properties".formatted(platform))) {
            packaged.load(properties);
        }
        return packaged.getProperty("version");
    }

    private static InputStream resource(String name) throws IOException {
        URL found = Esbuild.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IOException(name + " is not on the build's class path: is there an esbuild for this platform?");
        }
        return found.openStream();
    }
}
