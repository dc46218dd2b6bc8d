package org.tianbo.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Objects by key. A key begins with the county whose object it is: {@code <county>/attempts/<id>/…}. Access is the
 * business of the feature that owns the object; whoever is given a {@link #link} may play it.
 */
@ApplicationScoped
public class Media {

    private final ObjectStorage storage;
    private final SignedLinks signedLinks;
    private final Clock clock;

    public Media(ObjectStorage storage, MediaConfig config, Clock clock) {
        this.storage = storage;
        this.signedLinks = new SignedLinks(config.linkKey());
        this.clock = clock;
    }

    /**
     * Keeps what the stream gives. When this returns, the bytes are kept under their key and stay there through a power
     * cut.
     *
     * @param limit the most bytes it may have; so many must also fit
     * @throws OutOfSpace when there is no place for them
     */
    public StoredObject store(String key, InputStream in, long limit) {
        return write(key, in, limit, Optional.empty());
    }

    /**
     * As {@link #store(String, InputStream, long)}, for bytes whose digest was announced.
     *
     * @param sha256 in lower-case hex
     * @throws org.tianbo.media.storage.DigestMismatch when other bytes came; then nothing is kept
     */
    public StoredObject store(String key, InputStream in, long limit, String sha256) {
        return write(key, in, limit, Optional.of(sha256));
    }

    public InputStream open(String key) {
        try {
            return storage.open(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sizes in bytes of all objects in the folder, by key: a key of it begins with the folder and a slash. */
    public Map<String, Long> sizes(String folder) {
        try {
            return storage.sizes(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void delete(String key) {
        try {
            storage.delete(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A folder to work in, where the caller expects to need so many bytes.
     *
     * @param name of the work, with its county in front; two pieces of work of one name exclude each other
     * @throws OutOfSpace when there is no place for them
     */
    public WorkDirectory workplace(String name, long bytes) {
        try {
            return storage.workDirectory(name, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A link on our own address that opens the object for at least that long, for anybody who holds it. */
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
