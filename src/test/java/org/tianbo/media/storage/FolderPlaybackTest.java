package org.tianbo.media.storage;

import java.util.Optional;
import org.tianbo.media.MediaConfig;

class FolderPlaybackTest extends PlaybackContract {

    @Override
    ObjectStorage open(Scratch scratch) {
        return new FolderStorage(folder, scratch, scratch);
    }

    @Override
    MediaConfig.S3 elsewhere() {
        return new LocalS3Config(Optional.empty(), Optional.empty());
    }
}
