package org.tianbo.media.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.media.OutOfSpace;
import org.tianbo.media.WorkDirectory;

/** Local disk for what is on its way in and for what is being worked on. A reserve of it always stays free. */
final class Scratch {

    private static final String INCOMING = ".incoming";
    private static final String WORK = ".work";
    private static final Duration NOBODY_WRITES_THAT_LONG = Duration.ofDays(1);
    private static final int HARDLY_ANYTHING = 64 * 1024;

    private final Path root;
    private final long reserve;
    private final DiskSpace space;

    Scratch(Path root, long reserve, DiskSpace space) {
        this.root = root.toAbsolutePath().normalize();
        this.reserve = reserve;
        this.space = space;
    }

    /** Makes the folder, and clears away what a crash left half-written. */
    Scratch prepared(Instant now) throws IOException {
        Path incoming = Files.createDirectories(root.resolve(INCOMING));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(NOBODY_WRITES_THAT_LONG))) {
                    Files.deleteIfExists(part);
                }
            }
        }
        return this;
    }

    /** A file of its own for one thing that comes in. */
    Path part(long bytes) throws IOException {
        requireRoom(bytes);
        return root.resolve(INCOMING).resolve(UUID.randomUUID().toString());
    }

    WorkDirectory workplace(String name, long bytes) throws IOException {
        requireRoom(bytes);
        return WorkDirectory.at(root.resolve(WORK).resolve(name));
    }

    /** The system's error message is in the system's language, so the disk's free space is checked as well. */
    boolean isFull(IOException failed) throws IOException {
        String reason = String.valueOf(failed.getMessage());
        return reason.contains("No space left")
                || reason.contains("quota exceeded")
                || space.usable(root) < HARDLY_ANYTHING;
    }

    private void requireRoom(long bytes) throws IOException {
        Files.createDirectories(root);
        if (space.usable(root) - bytes < reserve) {
            throw new OutOfSpace();
        }
    }
}
