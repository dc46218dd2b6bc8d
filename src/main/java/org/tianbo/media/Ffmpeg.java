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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/**
 * Runs ffmpeg and ffprobe as processes of their own, each within {@link Limits}: a file that crashes them, or that
 * unpacks to more than memory holds, does not bring down the application.
 */
@ApplicationScoped
public class Ffmpeg {

    private static final int TAIL = 8_000;
    private static final long LONGEST_LOG = 4L << 20;

    /** The same everywhere, for the number of threads decides which bytes the encoder makes. */
    private static final String THREADS = "2";

    private static final Pattern SIGNAL = Pattern.compile("received signal (\\d+)");
    private static final int PROCESSOR_TIME_IS_UP = 24;
    private static final int BY_A_SIGNAL = 128;
    private static final int LAST_SIGNAL = 31;

    /** Crashes, and limits that were reached: caused by the file, so that another try ends the same way. */
    private static final Set<Integer> OF_THE_FILES_MAKING = Set.of(4, 6, 7, 8, 11, PROCESSOR_TIME_IS_UP, 25);

    private final Optional<Path> configured;
    private final Ceilings ceilings;

    /** Where the packed programs are; looking for one reads its archive. */
    private volatile String packedFfmpeg;

    private volatile String packedFfprobe;

    Ffmpeg(MediaConfig config) {
        this.configured = config.ffmpeg();
        this.ceilings = new Ceilings(config);
    }

    /**
     * The result of a run.
     *
     * @param out the first four million bytes of its output
     * @param log the last part of its error stream
     */
    public record Run(int exit, String out, String log) {

        public boolean clean() {
            return exit == 0;
        }
    }

    /** How much of anything a file from outside may take. */
    public Ceilings ceilings() {
        return ceilings;
    }

    /**
     * Makes the output, named in the folder, of the inputs; an exit code of its own is the caller's to judge.
     *
     * @throws FfmpegFailed when the machine ended it: it was killed or had no time. Another try may go well
     * @throws OutOfSpace when it filled the disk
     */
    public Run make(Path folder, Limits limits, List<MediaInput> inputs, List<String> options, String output) {
        refuseInputsAmong(options);
        List<String> command = new ArrayList<>(
                List.of(ffmpegPath(), "-nostdin", "-hide_banner", "-loglevel", "info", "-nostats", "-y"));
        inputs.forEach(input -> {
            command.addAll(List.of("-threads", THREADS));
            command.addAll(input.arguments());
        });
        command.addAll(options);
        command.addAll(List.of("-sn", "-dn", "-threads", THREADS, "-fs", Long.toString(limits.output()), output));
        return run(folder, limits, command);
    }

    /**
     * Begins a run that is written to while it makes the output; whoever begins it closes it.
     *
     * @param input one that {@link Ceilings#piped} gives
     */
    public FfmpegProcess begin(Path folder, Limits limits, MediaInput input, List<String> options, String output) {
        refuseInputsAmong(options);
        List<String> command =
                new ArrayList<>(List.of(ffmpegPath(), "-nostdin", "-hide_banner", "-loglevel", "warning", "-y"));
        command.addAll(List.of("-threads", THREADS));
        command.addAll(input.arguments());
        command.addAll(options);
        command.addAll(List.of("-sn", "-dn", "-threads", THREADS, output));
        try {
            Path log = Files.createTempFile(folder, "run-", ".log");
            return new FfmpegProcess(
                    builder(folder, limits, command, log)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What ffprobe tells of an input; under the same conditions. */
    public Run probe(Path folder, Limits limits, MediaInput input, List<String> options) {
        return withOutput(folder, out -> run(folder, limits, probing(input, options), out));
    }

    /** As {@link #probe(Path, Limits, MediaInput, List)}, for more than fits into memory: it goes into the file. */
    public Run probe(Path folder, Limits limits, MediaInput input, List<String> options, Path into) {
        return run(folder, limits, probing(input, options), into);
    }

    private List<String> probing(MediaInput input, List<String> options) {
        refuseInputsAmong(options);
        List<String> command = new ArrayList<>(List.of(ffprobePath(), "-hide_banner", "-loglevel", "error"));
        command.addAll(input.arguments());
        command.addAll(options);
        return command;
    }

    /** An input that does not come as a {@link MediaInput} would be read without any of its limits. */
    private static void refuseInputsAmong(List<String> options) {
        if (options.contains("-i")) {
            throw new IllegalArgumentException("An input must be a MediaInput: " + options);
        }
    }

    private Run run(Path folder, Limits limits, List<String> command) {
        return withOutput(folder, out -> run(folder, limits, command, out));
    }

    private interface Work {
        Run into(Path out) throws IOException;
    }

    private static Run withOutput(Path folder, Work work) {
        try {
            Path out = Files.createTempFile(folder, "run-", ".out");
            try {
                Run run = work.into(out);
                return new Run(run.exit(), head(out), run.log());
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Run run(Path folder, Limits limits, List<String> command, Path out) {
        try {
            Path log = Files.createTempFile(folder, "run-", ".log");
            try {
                int exit = await(
                        builder(folder, limits, command, log)
                                .redirectOutput(out.toFile())
                                .start(),
                        limits.wall());
                return judged(command, new Run(exit, "", tail(log)));
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessBuilder builder(Path folder, Limits limits, List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(limits.around(command))
                .directory(folder.toFile())
                .redirectError(log.toFile());
        // Else each thread reserves addresses of its own, which count as memory.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder;
    }

    private static Run judged(List<String> command, Run run) {
        if (run.log().contains("No space left on device")) {
            throw new OutOfSpace();
        }
        int signal = signal(run);
        if (signal > 0 && !OF_THE_FILES_MAKING.contains(signal)) {
            throw new FfmpegFailed(command, run);
        }
        return run;
    }

    /**
     * The signal that ended it; 0 for none. ffmpeg closes its file after most signals and says which one it was. Its
     * own codes for what is wrong with a file are high, too, but not among those of signals.
     */
    private static int signal(Run run) {
        Matcher logged = SIGNAL.matcher(run.log());
        if (logged.find()) {
            return Integer.parseInt(logged.group(1));
        }
        int signal = run.exit() - BY_A_SIGNAL;
        return signal > 0 && signal <= LAST_SIGNAL ? signal : 0;
    }

    private static int await(Process process, Duration wall) {
        try {
            if (process.waitFor(wall.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new FfmpegFailed("still running after " + wall);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new FfmpegFailed("stopped with the application");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String head(Path out) throws IOException {
        try (InputStream in = Files.newInputStream(out)) {
            return new String(in.readNBytes((int) LONGEST_LOG), StandardCharsets.UTF_8);
        }
    }

    static String tail(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - TAIL));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ffmpegPath() {
        if (configured.isPresent()) {
            return configured.get().toString();
        }
        if (packedFfmpeg == null) {
            packedFfmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        }
        return packedFfmpeg;
    }

    private String ffprobePath() {
        if (configured.isPresent()) {
            return configured.get().resolveSibling("ffprobe").toString();
        }
        if (packedFfprobe == null) {
            packedFfprobe = Loader.load(org.bytedeco.ffmpeg.ffprobe.class);
        }
        return packedFfprobe;
    }
}
