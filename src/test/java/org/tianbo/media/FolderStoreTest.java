package org.tianbo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(folder, 0, new DiskRoom()).prepared(NOW);
    }

    @Test
    void whatWasWrittenIsThereUnderItsKeyWithItsTrueDigest() throws IOException {
        Stored stored = store.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        assertThat(stored).isEqualTo(new Stored("fengcheng/a/b.bin", 5, HELLO_SHA256));
        assertThat(Files.readString(store.file(stored.key()))).isEqualTo("hello");
        assertThat(store.size(stored.key())).hasValue(5);
        assertThat(store.size("fengcheng/a/c.bin")).isEmpty();
    }

    @Test
    void bytesThatAreNotTheAnnouncedOnesLeaveNothingAndTouchNothing() throws IOException {
        store.write("k", bytes("hello"), 5, Optional.empty());
        assertThatExceptionOfType(DigestMismatch.class)
                .isThrownBy(() -> store.write("k", bytes("hullo"), 5, Optional.of(HELLO_SHA256)));
        assertThat(Files.readString(store.file("k"))).isEqualTo("hello");
        assertThat(leftovers()).isZero();
    }

    @Test
    void aStreamThatBreaksOrNeverEndsLeavesNothing() throws IOException {
        InputStream breaks = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.write("k", breaks, 10, Optional.empty()));
        assertThatExceptionOfType(ObjectTooLarge.class)
                .isThrownBy(() -> store.write("k", bytes("eleven char"), 10, Optional.empty()));
        assertThat(store.size("k")).isEmpty();
        assertThat(leftovers()).isZero();
    }

    @Test
    void theReserveIsNeverUsedUp() throws IOException {
        DiskRoom small = new DiskRoom() {
            @Override
            long usable(Path ignored) {
                return 1000;
            }
        };
        FolderStore nearlyFull = new FolderStore(folder, 900, small).prepared(NOW);
        assertThat(nearlyFull.write("k", bytes("hello"), 100, Optional.empty()).size())
                .isEqualTo(5);
        assertThatExceptionOfType(NoRoom.class)
                .isThrownBy(() -> nearlyFull.write("l", bytes("hello"), 101, Optional.empty()));
        assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> nearlyFull.workplace("w", 101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".incoming/x", "a/.b", "a b", "a\u0000b"})
    void aKeyCannotLeadOutOfTheFolder(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.file(key));
    }

    @Test
    void aNewStartClearsAwayWhatACrashLeftADayAgo() throws IOException {
        Path old = Files.writeString(folder.resolve(".incoming/old"), "half");
        Path fresh = Files.writeString(folder.resolve(".incoming/fresh"), "half");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(2 * 86_400)));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW.minusSeconds(60)));
        store.prepared(NOW);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void aWorkplaceStartsEmptyAndIsGoneAfterwards() throws IOException {
        Workplace crashed = store.workplace("w", 0);
        Files.writeString(crashed.folder().resolve("half"), "x");
        Path place;
        try (Workplace again = store.workplace("w", 0)) {
            place = again.folder();
            assertThat(place).isEmptyDirectory();
            Files.writeString(Files.createDirectory(place.resolve("deep")).resolve("file"), "x");
        }
        assertThat(place).doesNotExist();
    }

    private long leftovers() throws IOException {
        try (Stream<Path> parts = Files.list(folder.resolve(".incoming"))) {
            return parts.count();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
