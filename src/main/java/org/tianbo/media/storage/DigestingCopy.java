package org.tianbo.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.tianbo.media.StoredObject;
import org.tianbo.platform.data.Sha256;

/** Copies what becomes an object, and checks on the way that it has the announced digest. */
final class DigestingCopy {

    private static final int BUFFER = 64 * 1024;

    private DigestingCopy() {}

    /**
     * Copies the stream to its end.
     *
     * @throws ObjectTooLarge past the limit
     * @throws DigestMismatch when the digest was announced and is another
     */
    static StoredObject copy(String key, InputStream in, long limit, Optional<String> sha256, OutputStream out)
            throws IOException {
        MessageDigest digest = Sha256.begin();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new ObjectTooLarge(limit);
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        StoredObject storedObject = new StoredObject(key, size, Sha256.hex(digest));
        if (sha256.isPresent() && !sha256.get().equals(storedObject.sha256())) {
            throw new DigestMismatch();
        }
        return storedObject;
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has " + algorithm, impossible);
        }
    }
}
