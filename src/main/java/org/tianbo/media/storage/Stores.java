package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.ObjectStore;

/** Chooses where objects lie. */
class Stores {

    @Produces
    @ApplicationScoped
    ObjectStore store(MediaConfig config, DiskRoom room, Clock clock) throws IOException {
        return switch (config.store()) {
            case FOLDER -> {
                Path folder =
                        config.folder().orElseThrow(() -> new IllegalStateException("tianbo.media.folder is not set"));
                yield new FolderStore(
                        folder,
                        scratch(folder, config, room, clock),
                        scratch(config.workplace().orElse(folder), config, room, clock));
            }
            case S3 -> {
                Path workplace =
                        config.workplace().orElse(Path.of(System.getProperty("java.io.tmpdir"), "tianbo-media"));
                yield S3Access.store(config.s3(), scratch(workplace, config, room, clock));
            }
        };
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }

    private static Scratch scratch(Path folder, MediaConfig config, DiskRoom room, Clock clock) throws IOException {
        return new Scratch(folder, config.reserve().asLongValue(), room).prepared(clock.instant());
    }
}
