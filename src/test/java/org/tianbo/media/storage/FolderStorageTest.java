package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FolderStorageTest extends ObjectStorageContract {

    @Override
    ObjectStorage open(Scratch scratch) {
        return new FolderStorage(folder, scratch, scratch);
    }

    @Test
    void anObjectIsAFileOfItsKeysName() throws IOException {
        ObjectStorage storage = open(scratch(0, new DiskSpace()));
        storage.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        assertThat(folder.resolve("fengcheng/a/b.bin")).hasContent("hello");
        assertThat(storage.source("fengcheng/a/b.bin", new ObjectInfo(5, "\"x\""), 0, 5))
                .isEqualTo(new ObjectSource.LocalFile(folder.resolve("fengcheng/a/b.bin")));
    }

    @Test
    void aNewStartClearsAwayWhatACrashLeftADayAgo() throws IOException {
        Scratch scratch = scratch(0, new DiskSpace());
        Path old = Files.writeString(folder.resolve(".incoming/old"), "half");
        Path fresh = Files.writeString(folder.resolve(".incoming/fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(2 * 86_400)));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW.minusSeconds(60)));
        scratch.prepared(NOW);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
