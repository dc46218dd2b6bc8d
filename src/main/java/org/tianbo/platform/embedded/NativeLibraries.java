package org.tianbo.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the packed ffmpeg expects of a Linux system: a few small libraries that a bare server may lack. */
public final class NativeLibraries {

    private static final String NEEDED = "/META-INF/native-libraries.txt";

    private NativeLibraries() {}

    /** @throws IOException when one is missing; its message says what to do */
    public static void ensure() throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new IOException("this system lacks " + String.join(", ", missing)
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
        try (InputStream needed = NativeLibraries.class.getResourceAsStream(NEEDED)) {
            return new String(needed.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(library -> places.stream().noneMatch(place -> Files.exists(place.resolve(library))))
                    .toList();
        }
    }
}
