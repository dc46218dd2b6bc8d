package org.tianbo.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/** Runs ffmpeg and ffprobe as processes of their own: a file that makes them fall over does not take the application along. */
@ApplicationScoped
public class Ffmpeg {

    private static final int TAIL = 4_000;

    private final Optional<Path> configured;
    private final Duration timeout;

    Ffmpeg(MediaConfig config) {
        this.configured = config.ffmpeg();
        this.timeout = config.ffmpegTimeout();
    }

    /**
     * What a run left behind.
     *
     * @param log the last part of what it said on the error stream
     */
    public record Run(int exit, String out, String log) {

        public boolean clean() {
            return exit == 0;
        }
    }

    /**
     * Runs ffmpeg in the folder; an exit code of its own is the caller's to judge.
     *
     * @throws FfmpegFailed when it was killed or did not end in time
     * @throws NoRoom when it filled the disk
     */
    public Run ffmpeg(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(ffmpegPath(), "-nostdin", "-hide_banner", "-loglevel", "info", "-nostats", "-y"));
        command.addAll(arguments);
        return run(folder, command);
    }

    /** Runs ffprobe in the folder; under the same conditions. */
    public Run ffprobe(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ffprobePath(), "-hide_banner", "-loglevel", "error"));
        command.addAll(arguments);
        return run(folder, command);
    }

    private Run run(Path folder, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "run-", ".out");
            Path log = Files.createTempFile(folder, "run-", ".log");
            try {
                int exit = await(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(log.toFile())
                        .start());
                return judged(command, new Run(exit, Files.readString(out), tail(log)));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(log);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Run judged(List<String> command, Run run) {
        if (run.log().contains("No space left on device")) {
            throw new NoRoom();
        }
        // 128 and up: a signal ended it. What it wrote until then is nothing to build on.
        if (run.exit() >= 128) {
            throw new FfmpegFailed(command, run);
        }
        return run;
    }

    private int await(Process process) {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new FfmpegFailed("still running after " + timeout);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FfmpegFailed("stopped with the application");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String tail(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - TAIL));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ffmpegPath() {
        return configured.map(Path::toString).orElseGet(() -> Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
    }

    private String ffprobePath() {
        return configured
                .map(path -> path.resolveSibling("ffprobe").toString())
                .orElseGet(() -> Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
    }
}
