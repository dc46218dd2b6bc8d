package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.tianbo.platform.system.UsableSpace;

/** How many bytes a disk still takes. */
@ApplicationScoped
class DiskSpace {

    long usable(Path folder) throws IOException {
        return UsableSpace.usable(folder);
    }
}
