package org.tianbo.media;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;
import org.tianbo.platform.data.Sha256;

/** The ffmpeg that is brought along: as the application runs it, and without any limits to make files with. */
public final class PackedFfmpeg {

    private static final String KILLED_ONCE =
            """
            for output; do :; done
            if mkdir "$0.killed" 2>/dev/null; then
              "%1$s" -readrate 0.01 "$@" &
              tries=0
              while [ ! -e "$output" ] && [ $tries -lt 600 ]; do tries=$((tries + 1)); sleep 0.1; done
              kill -9 $!
              wait $!
              exit $?
            fi
            exec "%1$s" "$@"
            """;

    /** Stays there from run to run. */
    private static final Path DRAWN = Path.of("target", "drawn");

    private PackedFfmpeg() {}

    /** With the limits that hold where nobody set others. */
    public static Ffmpeg withDefaults() {
        return new Ffmpeg(defaults());
    }

    public static MediaConfig defaults() {
        return config(Map.of());
    }

    /**
     * One whose first run is killed by a signal, as a machine without memory does it, once it has begun its output.
     * That run reads so slowly that it cannot be over before. All later runs are sound.
     *
     * @param folder for the programs; afterwards {@code ffmpeg.killed} is in it
     */
    public static Ffmpeg killedOnce(Path folder) throws IOException {
        String ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        Path program = script(folder.resolve("ffmpeg"), KILLED_ONCE.formatted(ffmpeg));
        script(folder.resolve("ffprobe"), "exec \"%s\" \"$@\"\n".formatted(Loader.load(ffprobe.class)));
        return new Ffmpeg(config(Map.of("tianbo.media.ffmpeg", program.toString())));
    }

    private static Path script(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static MediaConfig config(Map<String, String> more) {
        return new SmallRyeConfigBuilder()
                .withMapping(MediaConfig.class)
                .withDefaultValue("tianbo.media.link-key", "k".repeat(40))
                .withDefaultValues(more)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(MediaConfig.class);
    }

    /**
     * Makes one file in the folder; the options are those between ffmpeg and the file's name, separated by blanks. What
     * is drawn and not read from another file is the same each time, and is drawn once: dozens of tests begin with it.
     */
    public static Path make(Path folder, String name, String options) {
        String ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        if (!isDrawn(options)) {
            return run(ffmpeg, folder, name, options);
        }
        String ending = name.substring(name.lastIndexOf('.'));
        Path drawn = DRAWN.resolve(Sha256.hex(ffmpeg + " " + options.strip()) + ending);
        try {
            if (Files.notExists(drawn)) {
                Files.createDirectories(DRAWN);
                Path making = Files.createTempDirectory(DRAWN, "making-");
                try {
                    Files.move(run(ffmpeg, making, "made" + ending, options), drawn, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(making.resolve("made" + ending));
                    Files.delete(making);
                }
            }
            return Files.copy(drawn, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isDrawn(String options) {
        List<String> words = List.of(options.strip().split("\\s+"));
        return IntStream.range(0, words.size())
                .filter(at -> words.get(at).equals("-i"))
                .allMatch(at -> at >= 2 && words.subList(at - 2, at).equals(List.of("-f", "lavfi")));
    }

    private static Path run(String ffmpeg, Path folder, String name, String options) {
        try {
            List<String> command = new ArrayList<>(List.of(ffmpeg, "-nostdin", "-loglevel", "error", "-y"));
            command.addAll(List.of(options.trim().split("\\s+")));
            command.add(name);
            Path log = Files.createTempFile("ffmpeg", ".log");
            int exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("ffmpeg ended with " + exit + ": " + Files.readString(log));
            }
            Files.delete(log);
            return folder.resolve(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
