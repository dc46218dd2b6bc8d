package org.tianbo.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the time of one piece of work. What a crashed run left under the same name is cleared away first. */
public final class WorkDirectory implements AutoCloseable {

    private final Path folder;

    private WorkDirectory(Path folder) {
        this.folder = folder;
    }

    public static WorkDirectory at(Path folder) throws IOException {
        clear(folder);
        return new WorkDirectory(Files.createDirectories(folder));
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            clear(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
