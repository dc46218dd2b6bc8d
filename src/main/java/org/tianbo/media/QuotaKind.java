package org.tianbo.media;

/** What is counted of a person and a county. */
public enum QuotaKind {
    BYTES,
    CHUNKS,
    OPEN_ATTEMPTS,
    PHOTOS
}
