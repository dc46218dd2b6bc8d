package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.media.Held;
import org.tianbo.media.NoRoom;
import org.tianbo.media.ObjectStore;
import org.tianbo.media.Stored;
import org.tianbo.media.Workplace;

/** What is true of every store. */
abstract class ObjectStoreContract {

    static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final int AT_ONCE = 8;

    @TempDir
    Path folder;

    /** On an empty place, with this scratch for what is on its way and for workplaces. */
    abstract ObjectStore open(Scratch scratch) throws Exception;

    private ObjectStore store() throws Exception {
        return open(scratch(0, new DiskRoom()));
    }

    Scratch scratch(long reserve, DiskRoom room) throws IOException {
        return new Scratch(folder, reserve, room).prepared(NOW);
    }

    @Test
    void aFolderTellsTheSizesOfItsOwnObjectsAtOnce() throws Exception {
        ObjectStore store = store();
        assertThat(store.sizes("fengcheng/a")).isEmpty();
        store.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        store.write("fengcheng/a/c/d.bin", bytes("hi"), 5, Optional.empty());
        store.write("fengcheng/ab/e.bin", bytes("not mine"), 9, Optional.empty());

        assertThat(store.sizes("fengcheng/a"))
                .containsOnly(Map.entry("fengcheng/a/b.bin", 5L), Map.entry("fengcheng/a/c/d.bin", 2L));
    }

    @Test
    void whatWasWrittenIsThereUnderItsKeyWithItsTrueDigest() throws Exception {
        ObjectStore store = store();
        Stored stored = store.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        assertThat(stored).isEqualTo(new Stored("fengcheng/a/b.bin", 5, HELLO_SHA256));
        assertThat(text(store, stored.key())).isEqualTo("hello");
        assertThat(store.find(stored.key())).map(Held::size).contains(5L);
        assertThat(leftovers()).isZero();
    }

    @Test
    void whatWasNeverWrittenIsNotThere() throws Exception {
        ObjectStore store = store();
        store.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        assertThat(store.find("fengcheng/a/c.bin")).isEmpty();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open("fengcheng/a/c.bin"));
    }

    @Test
    void nothingAtAllIsAnObjectToo() throws Exception {
        ObjectStore store = store();
        store.write("k/empty", bytes(""), 0, Optional.empty());
        assertThat(store.find("k/empty")).map(Held::size).contains(0L);
        assertThat(text(store, "k/empty")).isEmpty();
    }

    @Test
    void theSameKeyTwiceIsOneObjectWithTheLastBytes() throws Exception {
        ObjectStore store = store();
        store.write("k", bytes("hello"), 5, Optional.empty());
        Held first = store.find("k").orElseThrow();
        store.write("k", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        store.write("k", bytes("others"), 6, Optional.empty());
        assertThat(text(store, "k")).isEqualTo("others");
        assertThat(store.find("k")).get().extracting(Held::tag).isNotEqualTo(first.tag());
    }

    @Test
    void bytesThatAreNotTheAnnouncedOnesLeaveNothingAndTouchNothing() throws Exception {
        ObjectStore store = store();
        store.write("k", bytes("hello"), 5, Optional.empty());
        assertThatExceptionOfType(DigestMismatch.class)
                .isThrownBy(() -> store.write("k", bytes("hullo"), 5, Optional.of(HELLO_SHA256)));
        assertThat(text(store, "k")).isEqualTo("hello");
        assertThat(leftovers()).isZero();
    }

    @Test
    void aStreamThatBreaksOrNeverEndsLeavesNothing() throws Exception {
        ObjectStore store = store();
        InputStream breaks = new SequenceInputStream(bytes("half of it"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.write("k", breaks, 100, Optional.empty()));
        assertThatExceptionOfType(ObjectTooLarge.class)
                .isThrownBy(() -> store.write("k", bytes("eleven char"), 10, Optional.empty()));
        assertThat(store.find("k")).isEmpty();
        assertThat(leftovers()).isZero();
    }

    @Test
    void whatIsDeletedIsGoneAndDeletingAgainDoesNoHarm() throws Exception {
        ObjectStore store = store();
        store.write("a/k", bytes("hello"), 5, Optional.empty());
        store.write("a/l", bytes("hello"), 5, Optional.empty());
        store.delete("a/k");
        store.delete("a/k");
        assertThat(store.find("a/k")).isEmpty();
        assertThat(text(store, "a/l")).isEqualTo("hello");
    }

    @Test
    void manyWritingTheSameObjectAtOnceLeaveItWhole() throws Exception {
        ObjectStore store = store();
        byte[] same = new byte[700_000];
        new Random(1).nextBytes(same);
        atOnce(number -> store.write("k/same", new ByteArrayInputStream(same), same.length, Optional.empty()));
        try (InputStream in = store.open("k/same")) {
            assertThat(in.readAllBytes()).isEqualTo(same);
        }
        assertThat(leftovers()).isZero();
    }

    @Test
    void whoeverReadsWhileOthersWriteSeesOneOfThemWhole() throws Exception {
        ObjectStore store = store();
        atOnce(number -> {
            byte[] mine = filled(number);
            store.write("k/one", new ByteArrayInputStream(mine), mine.length, Optional.empty());
            try (InputStream in = store.open("k/one")) {
                byte[] seen = in.readAllBytes();
                assertThat(seen).isEqualTo(filled(seen[0]));
            }
            return number;
        });
    }

    @Test
    void theReserveIsNeverUsedUp() throws Exception {
        DiskRoom small = new DiskRoom() {
            @Override
            long usable(Path ignored) {
                return 1000;
            }
        };
        ObjectStore nearlyFull = open(scratch(900, small));
        assertThat(nearlyFull.write("k", bytes("hello"), 100, Optional.empty()).size())
                .isEqualTo(5);
        assertThatExceptionOfType(NoRoom.class)
                .isThrownBy(() -> nearlyFull.write("l", bytes("hello"), 101, Optional.empty()));
        assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> nearlyFull.workplace("w", 101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".incoming/x", "a/.b", "a b", "a\u0000b"})
    void aKeyCannotLeadAstray(String key) throws Exception {
        ObjectStore store = store();
        assertThatIllegalArgumentException().isThrownBy(() -> store.open(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.source(key, new Held(1, "\"x\""), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.write(key, bytes("x"), 1, Optional.empty()));
    }

    @Test
    void aWorkplaceStartsEmptyAndIsGoneAfterwards() throws Exception {
        ObjectStore store = store();
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

    @Test
    void twoCountiesWorkOnTheSameNameSideBySide() throws Exception {
        ObjectStore store = store();
        try (Workplace first = store.workplace("fengcheng/w", 0)) {
            Path half = Files.writeString(first.folder().resolve("half"), "x");
            store.workplace("zhenping/w", 0).close();
            assertThat(half).exists();
        }
    }

    private long leftovers() throws IOException {
        try (Stream<Path> parts = Files.list(folder.resolve(".incoming"))) {
            return parts.count();
        }
    }

    private interface Numbered {
        Object call(int number) throws Exception;
    }

    private static void atOnce(Numbered calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Object>> all = new ArrayList<>();
            for (int number = 1; number <= AT_ONCE; number++) {
                int mine = number;
                all.add(() -> calls.call(mine));
            }
            for (Future<Object> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static byte[] filled(int number) {
        byte[] bytes = new byte[100_000 + number];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ObjectStore store, String key) throws IOException {
        try (InputStream in = store.open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
