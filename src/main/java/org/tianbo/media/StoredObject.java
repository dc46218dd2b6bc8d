package org.tianbo.media;

/**
 * An object that is on disk.
 *
 * @param size in bytes
 * @param sha256 of the bytes as they were written, in lower-case hex
 */
public record StoredObject(String key, long size, String sha256) {}
