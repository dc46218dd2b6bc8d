package org.tianbo.media.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.tianbo.media.MediaConfig;

/** Chooses the object storage that is configured. */
class ObjectStorageProducer {

    @Produces
    @ApplicationScoped
    ObjectStorage store(MediaConfig config, DiskSpace space, Clock clock) throws IOException {
        return switch (config.store()) {
            case FOLDER -> {
                Path folder =
                        config.folder().orElseThrow(() -> new IllegalStateException("tianbo.media.folder is not set"));
                yield new FolderStorage(
                        folder,
                        scratch(folder, config, space, clock),
                        scratch(config.workplace().orElse(folder), config, space, clock));
            }
            case S3 -> {
                Path workplace =
                        config.workplace().orElse(Path.of(System.getProperty("java.io.tmpdir"), "tianbo-media"));
                yield S3Access.store(config.s3(), scratch(workplace, config, space, clock));
            }
        };
    }

    void close(@Disposes ObjectStorage storage) {
        storage.close();
    }

    private static Scratch scratch(Path folder, MediaConfig config, DiskSpace space, Clock clock) throws IOException {
        return new Scratch(folder, config.reserve().asLongValue(), space).prepared(clock.instant());
    }
}
