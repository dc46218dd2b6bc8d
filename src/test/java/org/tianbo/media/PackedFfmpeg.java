package org.tianbo.media;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg that is brought along: as the application runs it, and without any limits to make files with. */
public final class PackedFfmpeg {

    private PackedFfmpeg() {}

    /** With the limits that hold where nobody set others. */
    public static Ffmpeg withDefaults() {
        return new Ffmpeg(defaults());
    }

    public static MediaConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(MediaConfig.class)
                .withDefaultValue("tianbo.media.link-key", "k".repeat(40))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(MediaConfig.class);
    }

    /** Makes a file in the folder; the options are those between ffmpeg and the file's name, separated by a blank. */
    public static Path make(Path folder, String name, String options) {
        try {
            List<String> command = new ArrayList<>(
                    List.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-nostdin", "-loglevel", "error", "-y"));
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
