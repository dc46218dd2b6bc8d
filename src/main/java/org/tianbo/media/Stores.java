package org.tianbo.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.time.Clock;

/** Chooses where objects lie. */
class Stores {

    @Produces
    @ApplicationScoped
    ObjectStore store(MediaConfig config, DiskRoom room, Clock clock) throws IOException {
        return new FolderStore(config.folder(), config.reserve().asLongValue(), room).prepared(clock.instant());
    }
}
