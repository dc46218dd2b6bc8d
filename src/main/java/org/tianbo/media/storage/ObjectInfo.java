package org.tianbo.media.storage;

/**
 * An object as its store knows it.
 *
 * @param size in bytes
 * @param tag changes when the bytes do
 */
public record ObjectInfo(long size, String tag) {}
