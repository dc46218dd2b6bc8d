package org.tianbo.practice.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.upload.RecordingCorrupt;

/** What is made of attempts, in the object storage. */
@ApplicationScoped
class RecordingFiles {

    private final Media media;

    RecordingFiles(Media media) {
        this.media = media;
    }

    /** @param name with its ending after a dot */
    StoredObject store(String county, UUID attempt, Path file, String name) {
        try {
            int dot = name.lastIndexOf('.');
            return media.storeMade(
                    county + "/attempts/" + attempt + "/" + name.substring(0, dot), name.substring(dot), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Brings a recording into the file.
     *
     * @throws RecordingCorrupt when it is not the one that was made
     */
    void fetch(String key, String sha256, Path file) {
        try (InputStream in = media.open(key);
                OutputStream out = Files.newOutputStream(file)) {
            String there = Sha256.copy(in, out);
            if (sha256 != null && !there.equals(sha256)) {
                throw new RecordingCorrupt(key, new IOException("%s has the digest %s".formatted(key, there)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
