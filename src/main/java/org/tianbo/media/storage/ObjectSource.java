package org.tianbo.media.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where a stretch of an object's bytes can be had. */
public sealed interface ObjectSource {

    /** In a file of this machine. */
    record LocalFile(Path file) implements ObjectSource {}

    /**
     * By a GET of this address with these headers, soon.
     *
     * @param address signed; it opens this stretch and is shown to nobody
     */
    record RemoteObject(URI address, Map<String, String> headers) implements ObjectSource {}
}
