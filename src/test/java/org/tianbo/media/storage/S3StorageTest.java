package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.platform.error.Fault;
import org.tianbo.testsupport.program.LocalS3;

class S3StorageTest extends ObjectStorageContract {

    @TempDir
    static Path buckets;

    private static LocalS3 s3;

    private ObjectStorage storage;

    @BeforeAll
    static void startS3() throws Exception {
        s3 = LocalS3.start(buckets);
    }

    @AfterAll
    static void stopS3() throws IOException {
        s3.close();
    }

    @BeforeEach
    void emptyTheBucket() throws IOException {
        s3.empty();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    ObjectStorage open(Scratch scratch) {
        storage = S3Access.store(LocalS3Config.of(s3), scratch);
        return storage;
    }

    @Test
    void anObjectIsInTheBucketUnderItsKey() throws IOException {
        open(scratch(0, new DiskSpace()));
        storage.write("fengcheng/a/b.bin", bytes("hello"), 5, Optional.empty());
        assertThat(s3.bucket().resolve("fengcheng/a/b.bin")).hasContent("hello");
    }

    @Test
    void aSilentServiceAcknowledgesNothingAndIsUsedAgainOnceItAnswers() throws Exception {
        open(scratch(0, new DiskSpace()));
        storage.write("k/before", bytes("hello"), 5, Optional.empty());
        s3.fallSilent();
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> storage.write("k/meanwhile", bytes("hello"), 5, Optional.empty()))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE))
                .satisfies(fault -> assertThat(fault.why()).isNotBlank());
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> storage.open("k/before"));
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> storage.find("k/before"));
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> storage.delete("k/before"));
        s3.answer();
        assertThat(text(storage, "k/before")).isEqualTo("hello");
        assertThat(storage.find("k/meanwhile")).isEmpty();
        storage.write("k/meanwhile", bytes("hello"), 5, Optional.of(HELLO_SHA256));
        assertThat(text(storage, "k/meanwhile")).isEqualTo("hello");
    }

    @Test
    void aBucketThatIsNotThereIsNoMissingObject() throws Exception {
        storage = S3Access.store(
                new LocalS3Config(Optional.of(s3.endpoint()), Optional.of("nobodys")), scratch(0, new DiskSpace()));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> storage.write("k", bytes("hello"), 5, Optional.empty()));
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> storage.open("k"));
        try (var parts = Files.list(folder.resolve(".incoming"))) {
            assertThat(parts).isEmpty();
        }
    }
}
