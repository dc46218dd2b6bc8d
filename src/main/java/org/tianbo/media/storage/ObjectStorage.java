package org.tianbo.media.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.tianbo.media.OutOfSpace;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;

/**
 * Where objects are stored. An object is there whole or not at all, and once written it outlives a power cut. A store
 * that cannot be reached throws {@link StorageUnavailable} from any of these, and nothing was acknowledged.
 */
public interface ObjectStorage extends Closeable {

    /**
     * Writes what the stream gives. An object already under that key is replaced in one step.
     *
     * @param limit the most bytes it may have
     * @param sha256 what the digest must turn out to be, if anybody announced it
     * @throws OutOfSpace before anything is kept
     * @throws org.tianbo.media.storage.DigestMismatch with nothing kept
     */
    StoredObject write(String key, InputStream in, long limit, Optional<String> sha256) throws IOException;

    /** @throws NoSuchFileException when there is no such object */
    InputStream open(String key) throws IOException;

    Optional<ObjectInfo> find(String key) throws IOException;

    /** Sizes in bytes of all objects whose keys begin with the folder and a slash, by key; asked in few questions. */
    Map<String, Long> sizes(String folder) throws IOException;

    /** Deleting what is not there is done already. */
    void delete(String key) throws IOException;

    /** Where a player's bytes come from; only as long as the object is still the one that was found. */
    ObjectSource source(String key, ObjectInfo info, long from, long length);

    /**
     * A place to work in, on a disk with room for so many bytes.
     *
     * @throws OutOfSpace when there is not
     */
    WorkDirectory workDirectory(String name, long bytes) throws IOException;

    @Override
    void close();
}
