package org.tianbo.platform.table;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A file on disk that is written whole before its first byte is sent, and gone afterwards. */
final class UnsentFile {

    private static final Logger LOG = Logger.getLogger(UnsentFile.class);
    private static final String NAME = "tianbo-unsent-";

    /** Nothing is written that slowly; and what is being sent is open, and sent to its end even if its name is gone. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private UnsentFile() {}

    /**
     * A new one. Those of this kind that a process left behind when it was ended go.
     *
     * @param kind says what is in it; a word of letters
     */
    static Path create(String kind) throws IOException {
        String prefix = NAME + kind + "-";
        Path file = Files.createTempFile(prefix, null);
        sweep(file.getParent(), prefix, file.toFile().lastModified());
        return file;
    }

    /** Those of every kind that a process left behind go. */
    static void sweep() throws IOException {
        Path probe = Files.createTempFile(NAME, null);
        long now = probe.toFile().lastModified();
        Files.delete(probe);
        sweep(probe.getParent(), NAME, now);
    }

    /** @param now by the clock of the disk */
    private static void sweep(Path folder, String prefix, long now) throws IOException {
        long before = now - LEFT_BEHIND.toMillis();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path one : all) {
                File left = one.toFile();
                if (left.lastModified() < before && left.delete()) {
                    LOG.infof("%s was left behind and is gone", one.getFileName());
                }
            }
        }
    }
}
