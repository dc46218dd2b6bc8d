package org.tianbo.store.photo;

import java.net.URI;
import java.time.Instant;

/**
 * A photo as a page shows it.
 *
 * @param link opens the picture for a while, for whoever was shown the page
 * @param sha256 of the picture, to distinguish it from another
 * @param by name of the person who gave it
 */
public record PhotoView(URI link, int width, int height, String sha256, String by, Instant at) {

    /** Enough of the digest to compare by eye. */
    public String shortDigest() {
        return sha256.substring(0, 12);
    }
}
