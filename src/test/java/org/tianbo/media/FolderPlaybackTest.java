package org.tianbo.media;

import java.util.Optional;

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
