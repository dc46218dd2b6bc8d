package org.tianbo.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.MediaConfig;
import org.tianbo.platform.readiness.Finding;
import org.tianbo.testsupport.program.LocalS3;

class MediaReadinessTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-18T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Map<String, String> settings =
            new HashMap<>(Map.of("tianbo.media.link-key", "k".repeat(32), "tianbo.media.reserve", "0"));

    @Test
    void aFolderIsMadeAndNothingStaysOfTheTrial() throws IOException {
        Path media = folder.resolve("media");
        settings.put("tianbo.media.folder", media.toString());
        assertThat(findings()).isEmpty();
        try (var files = Files.walk(media).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFolderMustBeNamed() {
        assertThat(findings()).extracting(Finding::name).containsExactly("media-folder-missing");
    }

    @Test
    void aFolderThatTakesNothingStopsTheStart() {
        settings.put("tianbo.media.folder", folder.resolve("media").toString());
        settings.put("tianbo.media.reserve", Long.toString(Long.MAX_VALUE / 2));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("media-folder-read-only");
            assertThat(finding.toString()).contains("media.no-room");
        });
    }

    @Test
    void aBucketThatKeepsWhatItIsGivenIsFaultlessApartFromItsOpenNetwork() throws Exception {
        try (LocalS3 s3 = LocalS3.start(folder.resolve("s3"))) {
            settings.putAll(s3.settings());
            assertThat(findings()).extracting(Finding::name).containsExactly("media-bucket-without-tls");
            assertThat(findings()).noneMatch(Finding::stopsTheStart);
        }
    }

    @Test
    void aBucketThatDoesNotExistOrAKeyThatIsWrongStopsTheStart() throws Exception {
        try (LocalS3 s3 = LocalS3.start(folder.resolve("s3"))) {
            settings.putAll(s3.settings());
            settings.put("tianbo.media.s3.bucket", "nobodys");
            assertThat(severe()).containsExactly("media-bucket-refuses");
            settings.putAll(s3.settings());
            settings.put("tianbo.media.s3.secret-key", "wrong");
            assertThat(severe()).containsExactly("media-bucket-refuses");
        }
    }

    @Test
    void aBucketNeedsItsNameAndAWholeKey() {
        settings.put("tianbo.media.store", "s3");
        settings.put("tianbo.media.s3.access-key", "alone");
        assertThat(severe()).containsExactly("media-bucket-missing", "media-bucket-half-a-key");
    }

    private List<String> severe() {
        return findings().stream()
                .filter(Finding::stopsTheStart)
                .map(Finding::name)
                .toList();
    }

    private List<Finding> findings() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(MediaConfig.class)
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withDefaultValue(
                        "tianbo.media.workplace", folder.resolve("work").toString())
                .build();
        MediaConfig media = config.getConfigMapping(MediaConfig.class);
        return new MediaReadiness(media, () -> store(media)).findings();
    }

    private static ObjectStorage store(MediaConfig media) {
        try {
            return new ObjectStorageProducer().store(media, new DiskSpace(), CLOCK);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
