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
import org.tianbo.media.OutOfSpace;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;

/** What is true of every store. */
abstract class ObjectStorageContract {

    static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final int AT_ONCE = 8;

    @TempDir
    Path folder;

    /** On an empty place, with this scratch for what is on its way and for workplaces. */
    abstract ObjectStorage open(Scratch scratch) throws Exception;

    private ObjectStorage store() throws Exception {
        return open(scratch(0, new DiskSpace()));
    }

    Scratch scratch(long reserve, DiskSpace space) throws IOException {
        return new Scratch(folder, reserve, space).prepared(NOW);
    }

    @Test
    void aFolderListsTheSizesOfItsOwnObjectsAtOnce() throws Exception {
        ObjectStorage storage = store();
        assertThat(storage.sizes("fengcheng/a")).isEmpty();
        storage.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        storage.write("fengcheng/a/c/d.bin", bytes("hi"), 5, Optional.empty());
        storage.write("fengcheng/ab/e.bin", bytes("not mine"), 9, Optional.empty());

        assertThat(storage.sizes("fengcheng/a"))
                .containsOnly(Map.entry("fengcheng/a/b.bin", 5L), Map.entry("fengcheng/a/c/d.bin", 2L));
    }

    @Test
    void whatWasWrittenIsThereUnderItsKeyWithItsTrueDigest() throws Exception {
        ObjectStorage storage = store();
        StoredObject storedObject = storage.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        assertThat(storedObject).isEqualTo(new StoredObject("fengcheng/a/b.bin", 5, HELLO_SHA256));
        assertThat(text(storage, storedObject.key())).isEqualTo("hello");
        assertThat(storage.find(storedObject.key())).map(ObjectInfo::size).contains(5L);
        assertThat(leftovers()).isZero();
    }

    @Test
    void whatWasNeverWrittenIsNotThere() throws Exception {
        ObjectStorage storage = store();
        storage.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        assertThat(storage.find("fengcheng/a/c.bin")).isEmpty();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> storage.open("fengcheng/a/c.bin"));
    }

    @Test
    void nothingAtAllIsAnObjectToo() throws Exception {
        ObjectStorage storage = store();
        storage.write("k/empty", bytes(""), 0, Optional.empty());
        assertThat(storage.find("k/empty")).map(ObjectInfo::size).contains(0L);
        assertThat(text(storage, "k/empty")).isEmpty();
    }

    @Test
    void theSameKeyTwiceIsOneObjectWithTheLastBytes() throws Exception {
        ObjectStorage storage = store();
        storage.write("k", bytes("hello"), 5, Optional.empty());
        ObjectInfo first = storage.find("k").orElseThrow();
        storage.write("k", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        storage.write("k", bytes("others"), 6, Optional.empty());
        assertThat(text(storage, "k")).isEqualTo("others");
        assertThat(storage.find("k")).get().extracting(ObjectInfo::tag).isNotEqualTo(first.tag());
    }

    @Test
    void bytesThatAreNotTheAnnouncedOnesLeaveNothingAndTouchNothing() throws Exception {
        ObjectStorage storage = store();
        storage.write("k", bytes("hello"), 5, Optional.empty());
        assertThatExceptionOfType(DigestMismatch.class)
                .isThrownBy(() -> storage.write("k", bytes("hullo"), 5, Optional.of(HELLO_SHA256)));
        assertThat(text(storage, "k")).isEqualTo("hello");
        assertThat(leftovers()).isZero();
    }

    @Test
    void aStreamThatBreaksOrNeverEndsLeavesNothing() throws Exception {
        ObjectStorage storage = store();
        InputStream breaks = new SequenceInputStream(bytes("half of it"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> storage.write("k", breaks, 100, Optional.empty()));
        assertThatExceptionOfType(ObjectTooLarge.class)
                .isThrownBy(() -> storage.write("k", bytes("eleven char"), 10, Optional.empty()));
        assertThat(storage.find("k")).isEmpty();
        assertThat(leftovers()).isZero();
    }

    @Test
    void whatIsDeletedIsGoneAndDeletingAgainDoesNoHarm() throws Exception {
        ObjectStorage storage = store();
        storage.write("a/k", bytes("hello"), 5, Optional.empty());
        storage.write("a/l", bytes("hello"), 5, Optional.empty());
        storage.delete("a/k");
        storage.delete("a/k");
        assertThat(storage.find("a/k")).isEmpty();
        assertThat(text(storage, "a/l")).isEqualTo("hello");
    }

    @Test
    void manyWritingTheSameObjectAtOnceLeaveItWhole() throws Exception {
        ObjectStorage storage = store();
        byte[] same = new byte[700_000];
        new Random(1).nextBytes(same);
        atOnce(number -> storage.write("k/same", new ByteArrayInputStream(same), same.length, Optional.empty()));
        try (InputStream in = storage.open("k/same")) {
            assertThat(in.readAllBytes()).isEqualTo(same);
        }
        assertThat(leftovers()).isZero();
    }

    @Test
    void whoeverReadsWhileOthersWriteSeesOneOfThemWhole() throws Exception {
        ObjectStorage storage = store();
        atOnce(number -> {
            byte[] mine = filled(number);
            storage.write("k/one", new ByteArrayInputStream(mine), mine.length, Optional.empty());
            try (InputStream in = storage.open("k/one")) {
                byte[] seen = in.readAllBytes();
                assertThat(seen).isEqualTo(filled(seen[0]));
            }
            return number;
        });
    }

    @Test
    void theReserveIsNeverUsedUp() throws Exception {
        DiskSpace small = new DiskSpace() {
            @Override
            long usable(Path ignored) {
                return 1000;
            }
        };
        ObjectStorage nearlyFull = open(scratch(900, small));
        assertThat(nearlyFull.write("k", bytes("hello"), 100, Optional.empty()).size())
                .isEqualTo(5);
        assertThatExceptionOfType(OutOfSpace.class)
                .isThrownBy(() -> nearlyFull.write("l", bytes("hello"), 101, Optional.empty()));
        assertThatExceptionOfType(OutOfSpace.class).isThrownBy(() -> nearlyFull.workDirectory("w", 101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".incoming/x", "a/.b", "a b", "a\u0000b"})
    void aKeyCannotLeadAstray(String key) throws Exception {
        ObjectStorage storage = store();
        assertThatIllegalArgumentException().isThrownBy(() -> storage.open(key));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.find(key));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.delete(key));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.source(key, new ObjectInfo(1, "\"x\""), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.write(key, bytes("x"), 1, Optional.empty()));
    }

    @Test
    void aWorkplaceStartsEmptyAndIsGoneAfterwards() throws Exception {
        ObjectStorage storage = store();
        WorkDirectory crashed = storage.workDirectory("w", 0);
        Files.writeString(crashed.folder().resolve("half"), "x");
        Path place;
        try (WorkDirectory again = storage.workDirectory("w", 0)) {
            place = again.folder();
            assertThat(place).isEmptyDirectory();
            Files.writeString(Files.createDirectory(place.resolve("deep")).resolve("file"), "x");
        }
        assertThat(place).doesNotExist();
    }

    @Test
    void twoCountiesWorkOnTheSameNameSideBySide() throws Exception {
        ObjectStorage storage = store();
        try (WorkDirectory first = storage.workDirectory("fengcheng/w", 0)) {
            Path half = Files.writeString(first.folder().resolve("half"), "x");
            storage.workDirectory("zhenping/w", 0).close();
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

    static String text(ObjectStorage storage, String key) throws IOException {
        try (InputStream in = storage.open(key)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
