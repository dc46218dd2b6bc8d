package org.tianbo.platform.table;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A file on disk that is written whole before its first byte is sent, and gone afterwards. */
public final class UnsentFile {

    private static final Logger LOG = Logger.getLogger(UnsentFile.class);

    /** Nobody's line is that slow. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private UnsentFile() {}

    /**
     * A new one. Those of this kind that a process left behind when it was ended go.
     *
     * @param kind says what is in it; a word of letters
     */
    public static Path create(String kind) throws IOException {
        String prefix = "tianbo-" + kind + "-";
        Path file = Files.createTempFile(prefix, null);
        long before = file.toFile().lastModified() - LEFT_BEHIND.toMillis();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(file.getParent(), prefix + "*")) {
            for (Path one : all) {
                File left = one.toFile();
                if (left.lastModified() < before && left.delete()) {
                    LOG.infof("%s was left behind and is gone", one.getFileName());
                }
            }
        }
        return file;
    }
}
