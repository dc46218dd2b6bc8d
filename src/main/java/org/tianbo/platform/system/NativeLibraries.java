package org.tianbo.platform.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the packed ffmpeg expects of a Linux system: a few small libraries that a bare server may lack. As root on Debian
 * they are installed; elsewhere the build, or the start, ends with the line that says what to do.
 */
public final class NativeLibraries {

    private static final List<String> NEEDED = List.of(
            "libasound.so.2",
            "libpulse.so.0",
            "libxcb.so.1",
            "libxcb-shm.so.0",
            "libudev.so.1",
            "libdrm.so.2",
            "libva.so.2",
            "libva-drm.so.2");
    private static final Path APT = Path.of("/usr/bin/apt-get");
    /** Debian's own ffmpeg needs the same libraries, whatever this release calls their packages. */
    private static final String INSTALL = "apt-get update -qq && apt-get install -y -qq --no-install-recommends ffmpeg";

    private NativeLibraries() {}

    /** @throws IOException when one is missing and cannot be had; its message says what to do */
    public static void ensure() throws IOException {
        if (!System.getProperty("os.name").equals("Linux") || missing().isEmpty()) {
            return;
        }
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(APT)) {
            System.err.println("Installing the libraries that ffmpeg needs: " + String.join(" ", missing()));
            install();
        }
        List<String> still = missing();
        if (!still.isEmpty()) {
            throw new IOException("this system lacks " + String.join(", ", still)
                    + ", which ffmpeg needs. Install them (Debian: apt-get install ffmpeg), then start again.");
        }
    }

    private static List<String> missing() throws IOException {
        String folders =
                "/lib:/usr/lib:/lib64:/usr/lib64:/usr/local/lib:" + System.getProperty("java.library.path", "");
        String multiarch = System.getProperty("os.arch").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        List<Path> places = Stream.concat(
                        Stream.of(folders.split(File.pathSeparator)).filter(folder -> !folder.isBlank()),
                        Stream.of("/lib/" + multiarch, "/usr/lib/" + multiarch))
                .map(Path::of)
                .toList();
        return NEEDED.stream()
                .filter(library -> places.stream().noneMatch(place -> Files.exists(place.resolve(library))))
                .toList();
    }

    private static void install() throws IOException {
        ProcessBuilder apt = new ProcessBuilder("sh", "-c", INSTALL);
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            apt.inheritIO().start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
