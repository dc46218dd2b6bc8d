package org.tianbo.media.storage;

import java.util.Optional;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.ObjectStore;

class FolderPlaybackTest extends PlaybackContract {

    @Override
    ObjectStore open(Scratch scratch) {
        return new FolderStore(folder, scratch, scratch);
    }

    @Override
    MediaConfig.S3 elsewhere() {
        return new LocalS3Config(Optional.empty(), Optional.empty());
    }
}
