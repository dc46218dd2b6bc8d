package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How many bytes a disk still takes. */
@ApplicationScoped
class DiskSpace {

    /**
     * Bytes that we may still write into the folder. The file system itself is asked: {@link java.nio.file.FileStore}
     * looks the folder up in the table of mounts first, which a chroot or a plain container may lack.
     *
     * @throws NoSuchFileException when there is no such folder
     */
    long usable(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return folder.toFile().getUsableSpace();
    }
}
