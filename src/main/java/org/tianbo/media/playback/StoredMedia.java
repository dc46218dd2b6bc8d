package org.tianbo.media.playback;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tianbo.media.Media;
import org.tianbo.media.MediaConfig;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import org.tianbo.media.storage.ObjectStorage;

/** Objects in the configured storage; a link to one opens {@link Playback}. */
@ApplicationScoped
public class StoredMedia implements Media {

    private final ObjectStorage storage;
    private final SignedLinks signedLinks;
    private final Clock clock;

    public StoredMedia(ObjectStorage storage, MediaConfig config, Clock clock) {
        this.storage = storage;
        this.signedLinks = new SignedLinks(config.linkKey());
        this.clock = clock;
    }

    @Override
    public StoredObject store(String key, InputStream in, long limit) {
        return write(key, in, limit, Optional.empty());
    }

    @Override
    public StoredObject store(String key, InputStream in, long limit, String sha256) {
        return write(key, in, limit, Optional.of(sha256));
    }

    @Override
    public InputStream open(String key) {
        try {
            return storage.open(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Map<String, Long> sizes(String folder) {
        try {
            return storage.sizes(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void delete(String key) {
        try {
            storage.delete(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public WorkDirectory workplace(String name, long bytes) {
        try {
            return storage.workDirectory(name, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public URI link(String key, Duration validFor) {
        return signedLinks.link(key, clock.instant(), validFor);
    }

    private StoredObject write(String key, InputStream in, long limit, Optional<String> sha256) {
        try {
            return storage.write(key, in, limit, sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
