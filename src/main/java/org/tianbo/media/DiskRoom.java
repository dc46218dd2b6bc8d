package org.tianbo.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many bytes a disk still takes. */
@ApplicationScoped
class DiskRoom {

    long usable(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
