package org.tianbo.media;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A run of ffmpeg that reads what is written to it, until that ends. */
public final class FfmpegProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    FfmpegProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Waits until it has been read.
     *
     * @throws IOException when the run has ended
     */
    public void write(byte[] bytes) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(bytes);
        input.flush();
    }

    /** No more comes; the run makes what is left and ends. @return whether it ended in time */
    public boolean finish(Duration within) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            // It ended before it had read everything, which the exit code tells.
            return true;
        }
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The last part of what it says of itself. */
    public String log() {
        try {
            return Ffmpeg.tail(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends it at once; whoever waits in {@link #write} is told. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
