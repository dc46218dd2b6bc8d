package org.tianbo.practice.hls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.FfmpegProcess;

/** One unbroken stretch being made into segments: bytes in, finished files out. For one thread. */
final class LiveEncoding implements AutoCloseable {

    static final String LIST = "list.m3u8";
    static final String INIT = "init.mp4";

    private static final Pattern FINISHED = Pattern.compile("#EXTINF:(\\d+\\.?\\d*),\\s+(\\d+)\\.m4s");
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private final FfmpegProcess process;
    private final Path folder;
    private final Set<String> shapes;
    private String listSeen = "";
    private int handedOut;

    /** @param shapes of the pictures that are copied; empty where they are encoded */
    LiveEncoding(FfmpegProcess process, Path folder, Set<String> shapes) {
        this.process = process;
        this.folder = folder;
        this.shapes = shapes;
    }

    /** A segment's file, whole, which is deleted by whoever takes it. */
    record Finished(Path file, int durationMs) {}

    /** Whether pictures that are copied have another shape in these bytes. */
    private boolean isTurnedBy(byte[] bytes) {
        return !shapes.isEmpty() && !shapes.containsAll(PictureShapes.in(bytes));
    }

    /**
     * Of bytes with pictures of another shape than those that are copied, only what lies before their boundary is
     * written: from there on another stretch begins.
     *
     * @return whether all was written
     */
    boolean write(byte[] bytes, TakeStart start) throws IOException {
        if (!isTurnedBy(bytes)) {
            write(bytes);
            return true;
        }
        byte[] before = start.before(bytes);
        if (!isTurnedBy(before)) {
            write(before);
        }
        return false;
    }

    void write(byte[] bytes) throws IOException {
        process.write(bytes);
    }

    /** What was finished since the last call; ffmpeg lists a segment when it is whole. */
    List<Finished> finished() {
        List<Finished> finished = new ArrayList<>();
        if (!isListNew()) {
            return finished;
        }
        Matcher segments = FINISHED.matcher(list());
        while (segments.find()) {
            int number = Integer.parseInt(segments.group(2));
            if (number >= handedOut) {
                handedOut = number + 1;
                finished.add(new Finished(folder.resolve(number + ".m4s"), (int)
                        Math.round(Double.parseDouble(segments.group(1)) * 1000)));
            }
        }
        return finished;
    }

    /** A new list is a new file under the same name. */
    private boolean isListNew() {
        try {
            BasicFileAttributes found = Files.readAttributes(folder.resolve(LIST), BasicFileAttributes.class);
            String now = found.fileKey() + " " + found.lastModifiedTime() + " " + found.size();
            boolean isNew = !now.equals(listSeen);
            listSeen = now;
            return isNew;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String list() {
        try {
            return Files.readString(folder.resolve(LIST));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path init() {
        return folder.resolve(INIT);
    }

    /** Makes a segment of what is left. */
    void finish() throws InterruptedException {
        process.finish(TO_FINISH);
    }

    boolean isRunning() {
        return process.isRunning();
    }

    String log() {
        return process.log();
    }

    @Override
    public void close() {
        process.close();
    }
}
