package org.tianbo.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Where objects lie. An object is there whole or not at all, and once written it outlives a power cut. */
interface ObjectStore {

    /**
     * Writes what the stream gives. An object already under that key is replaced in one step.
     *
     * @param limit the most bytes it may have
     * @param sha256 what the digest must turn out to be, if anybody announced it
     * @throws NoRoom before anything is kept
     * @throws DigestMismatch with nothing kept
     */
    Stored write(String key, InputStream in, long limit, Optional<String> sha256) throws IOException;

    InputStream open(String key) throws IOException;

    /** Empty when there is no such object. */
    OptionalLong size(String key) throws IOException;

    void delete(String key) throws IOException;

    /** The object as a file to be served from. */
    Path file(String key);

    /**
     * A place to work in, on a disk with room for so many bytes.
     *
     * @throws NoRoom when there is not
     */
    Workplace workplace(String name, long bytes) throws IOException;
}
