package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.MediaConfig;
import org.tianbo.testsupport.program.LocalS3;

class S3PlaybackTest extends PlaybackContract {

    @TempDir
    static Path buckets;

    private static LocalS3 s3;

    @BeforeAll
    static void startS3() throws Exception {
        s3 = LocalS3.start(buckets);
    }

    @AfterAll
    static void stopS3() throws IOException {
        s3.close();
    }

    @Override
    ObjectStorage open(Scratch scratch) {
        return S3Access.store(LocalS3Config.of(s3), scratch);
    }

    @Override
    MediaConfig.S3 elsewhere() {
        return LocalS3Config.of(s3);
    }

    @Test
    void aSilentServiceIsToldApartFromAMissingRecordingAndPlaysAgainOnceItAnswers() throws Exception {
        s3.fallSilent();
        HttpResponse<byte[]> silent = get(link(), "Range", "bytes=0-9");
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(code(silent)).contains("\"media.store-unavailable\"");
        s3.answer();
        assertThat(get(link(), "Range", "bytes=0-9").statusCode()).isEqualTo(206);
    }
}
