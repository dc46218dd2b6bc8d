package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Held;
import org.tianbo.media.ObjectStore;
import org.tianbo.media.Source;

class FolderStoreTest extends ObjectStoreContract {

    @Override
    ObjectStore open(Scratch scratch) {
        return new FolderStore(folder, scratch, scratch);
    }

    @Test
    void anObjectIsAFileOfItsKeysName() throws IOException {
        ObjectStore store = open(scratch(0, new DiskRoom()));
        store.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        assertThat(folder.resolve("fengcheng/a/b.bin")).hasContent("hello");
        assertThat(store.source("fengcheng/a/b.bin", new Held(5, "\"x\""), 0, 5))
                .isEqualTo(new Source.Disk(folder.resolve("fengcheng/a/b.bin")));
    }

    @Test
    void aNewStartClearsAwayWhatACrashLeftADayAgo() throws IOException {
        Scratch scratch = scratch(0, new DiskRoom());
        Path old = Files.writeString(folder.resolve(".incoming/old"), "half");
        Path fresh = Files.writeString(folder.resolve(".incoming/fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(2 * 86_400)));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW.minusSeconds(60)));
        scratch.prepared(NOW);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }
}
