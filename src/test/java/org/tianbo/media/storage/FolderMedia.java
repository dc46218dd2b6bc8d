package org.tianbo.media.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.tianbo.media.Media;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.media.playback.StoredMedia;

/** Objects in a folder, for tests without a container. */
public final class FolderMedia {

    private FolderMedia() {}

    public static Media at(Path folder) {
        try {
            MediaConfig config = PackedFfmpeg.defaults();
            Scratch scratch = new Scratch(folder, 0, new DiskSpace())
                    .prepared(Clock.systemUTC().instant());
            return new StoredMedia(new FolderStorage(folder, scratch, scratch), config, Clock.systemUTC());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
