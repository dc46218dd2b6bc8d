package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.tianbo.platform.system.DiskSpace;

/** How many bytes a disk still takes. */
@ApplicationScoped
class DiskRoom {

    long usable(Path folder) throws IOException {
        return DiskSpace.usable(folder);
    }
}
