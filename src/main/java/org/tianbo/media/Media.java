package org.tianbo.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.tianbo.platform.data.Sha256;

/**
 * Objects by key. A key begins with the county whose object it is: {@code <county>/attempts/<id>/…}. Access is the
 * business of the feature that owns the object; whoever is given a {@link #link} may play it.
 */
public interface Media {

    /** Letters of a digest that tell what was made of one thing apart. */
    int DIGEST_IN_NAME = 16;

    /**
     * Keeps what the stream gives. When this returns, the bytes are kept under their key and stay there through a power
     * cut.
     *
     * @param limit the most bytes it may have; so many must also fit
     * @throws OutOfSpace when there is no place for them
     */
    StoredObject store(String key, InputStream in, long limit);

    /**
     * As {@link #store(String, InputStream, long)}, for bytes whose digest was announced.
     *
     * @param sha256 in lower-case hex
     * @throws org.tianbo.media.storage.DigestMismatch when other bytes came; then nothing is kept
     */
    StoredObject store(String key, InputStream in, long limit, String sha256);

    /**
     * Stores what was made under a name that has its digest, so that making it once more ends where the first time did.
     *
     * @param name of the object up to its digest
     * @param ending with its dot
     * @throws OutOfSpace when there is no place for it
     */
    default StoredObject storeMade(String name, String ending, Path file) throws IOException {
        String digest = Sha256.hex(file);
        try (InputStream in = Files.newInputStream(file)) {
            return store(name + "-" + digest.substring(0, DIGEST_IN_NAME) + ending, in, Files.size(file), digest);
        }
    }

    InputStream open(String key);

    /** Sizes in bytes of all objects in the folder, by key: a key of it begins with the folder and a slash. */
    Map<String, Long> sizes(String folder);

    void delete(String key);

    /**
     * A folder to work in, where the caller expects to need so many bytes.
     *
     * @param name of the work, with its county in front; two pieces of work of one name exclude each other
     * @throws OutOfSpace when there is no place for them
     */
    WorkDirectory workplace(String name, long bytes);

    /** A link on our own address that opens the object for at least that long, for anybody who holds it. */
    URI link(String key, Duration validFor);
}
