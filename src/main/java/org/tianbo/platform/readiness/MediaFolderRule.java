package org.tianbo.platform.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Recordings can be written. Tried rather than asked: permissions alone tell nothing of a network share. */
final class MediaFolderRule {

    private static final String FOLDER = "tianbo.media.folder";

    private MediaFolderRule() {}

    static Optional<Finding> finding(Settings settings) {
        Optional<String> folder = settings.value(FOLDER);
        if (folder.isEmpty()) {
            return Optional.of(Finding.severe(
                    "media-folder-missing", FOLDER + " is not set.", "Set it to a folder that every replica sees."));
        }
        try {
            Path probe = Files.createTempFile(Files.createDirectories(Path.of(folder.get())), ".readiness", null);
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException | InvalidPathException refused) {
            return Optional.of(Finding.severe(
                    "media-folder-read-only",
                    "Nothing can be written to " + folder.get() + " (" + refused + "): recordings would be refused.",
                    "Give the process's user the right to write there, or point " + FOLDER + " elsewhere."));
        }
    }
}
